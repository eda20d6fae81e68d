import { z } from "zod";
import { makeRecoveryKit } from "#server/recovery/area-keys";
import type { SlowCommand } from "./command";
import { type Env, withAreaStore } from "./with-area-store";

const USAGE = "usage: recovery-kit <area id> [--another]\n";

/** Makes an area's recovery key, and prints the kit that opens it: once, because nobody keeps a copy. */
export const runRecoveryKit =
  (env: Env): SlowCommand =>
  async (argv, terminal) => {
    const [areaId, another, ...more] = argv;
    const isAsked = z.uuid().safeParse(areaId).success && more.length === 0;
    if (areaId === undefined || !isAsked || (another !== undefined && another !== "--another")) {
      terminal.err(USAGE);
      return 2;
    }
    return withAreaStore(env, terminal, async (store) => {
      const made = await makeRecoveryKit(store, areaId, { another: another !== undefined });
      if (made.ok) {
        terminal.err(
          "Print this now and lock it away. It opens what a lost device had not sent; it is not kept here.\n",
        );
        terminal.out(`${made.value}\n`);
        return 0;
      }
      terminal.err(
        made.error.type === "NoSuchArea"
          ? "there is no such area\n"
          : "this area has a kit. With --another, devices use a new one from now on; keep the earlier one too.\n",
      );
      return 1;
    });
  };
