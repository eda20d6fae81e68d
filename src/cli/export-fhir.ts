import { runAsProcess } from "./commands/command";
import { runExportFhir } from "./commands/run-export-fhir";

runAsProcess(runExportFhir);
