import { runAsProcess } from "./commands/command";
import { runAuditVerify } from "./commands/run-audit-verify";

runAsProcess(runAuditVerify(process.env));
