import { runAsProcess } from "./commands/command";
import { runBackup } from "./commands/run-backup";

runAsProcess(runBackup(process.env));
