import { runAsProcess } from "./commands/command";
import { runTakeOffDevice } from "./commands/run-take-off-device";

runAsProcess(runTakeOffDevice(process.env));
