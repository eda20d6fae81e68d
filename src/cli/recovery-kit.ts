import { runAsProcess } from "./commands/command";
import { runRecoveryKit } from "./commands/run-recovery-kit";

runAsProcess(runRecoveryKit(process.env));
