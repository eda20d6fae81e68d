import { z } from "zod";
import { openAreaKeys } from "#server/recovery/area-keys";
import { recoverArea } from "#server/recovery/recover-area";
import { readRecoveryKit } from "#server/recovery/recovery-kit";
import type { SlowCommand } from "./command";
import { type Env, withAreaStore } from "./with-area-store";

const USAGE = "usage: recover <area id>   (the recovery kit is read from stdin)\n";

/** Opens what devices of an area have delivered sealed: operations go on their way, drafts wait for their writers. */
export const runRecover =
  (env: Env, typedKit: () => string): SlowCommand =>
  async (argv, terminal) => {
    const [areaId, ...more] = argv;
    if (areaId === undefined || !z.uuid().safeParse(areaId).success || more.length > 0) {
      terminal.err(USAGE);
      return 2;
    }
    const kit = readRecoveryKit(typedKit());
    if (!kit.ok) {
      const { group } = kit.error;
      terminal.err(group === undefined ? "a kit has eight groups of five letters\n" : `a slip in group ${group}\n`);
      return 1;
    }
    return withAreaStore(env, terminal, async (store) => {
      const keys = await openAreaKeys(store, areaId, kit.value);
      if (keys.size === 0) {
        terminal.err("this kit opens no key of this area\n");
        return 1;
      }
      const { opened, left } = await recoverArea(store, areaId, keys, () => undefined);
      for (const { deviceId, table, id, reason } of left)
        terminal.err(`device ${deviceId}: ${table} ${id}: ${reason}\n`);
      terminal.out(`${opened} opened, ${left.length} left\n`);
      return left.length === 0 ? 0 : 1;
    });
  };
