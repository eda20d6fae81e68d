import { readFileSync } from "node:fs";
import { runAsProcess } from "./commands/command";
import { runRecover } from "./commands/run-recover";

runAsProcess(runRecover(process.env, () => readFileSync(0, "utf8")));
