import { runAsProcess } from "./commands/command";
import { runImport } from "./commands/run-import";

runAsProcess(runImport);
