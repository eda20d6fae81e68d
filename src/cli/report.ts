import { runAsProcess } from "./commands/command";
import { runReport } from "./commands/run-report";

runAsProcess(runReport);
