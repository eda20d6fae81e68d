import { runAsProcess } from "./commands/command";
import { runRestore } from "./commands/run-restore";

runAsProcess(runRestore(process.env));
