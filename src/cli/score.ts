import { runAsProcess } from "./commands/command";
import { runScore } from "./commands/run-score";

runAsProcess(runScore);
