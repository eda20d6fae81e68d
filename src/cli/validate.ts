import { runAsProcess } from "./commands/command";
import { runValidate } from "./commands/run-validate";

runAsProcess(runValidate);
