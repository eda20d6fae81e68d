import { z } from "zod";
import { letDeviceBack, takeOffDevice } from "#server/devices/take-off";
import type { SlowCommand } from "./command";
import { type Env, withAreaStore } from "./with-area-store";

const USAGE = "usage: take-off-device <area id> <device id> [--back]\n";

/** Takes a lost device off an area, or lets one back that was found. */
export const runTakeOffDevice =
  (env: Env): SlowCommand =>
  async (argv, terminal) => {
    const [areaId, deviceId, back, ...more] = argv;
    const areIds = z.uuid().safeParse(areaId).success && z.uuid().safeParse(deviceId).success;
    const isAsked = areIds && more.length === 0 && (back === undefined || back === "--back");
    if (areaId === undefined || deviceId === undefined || !isAsked) {
      terminal.err(USAGE);
      return 2;
    }
    return withAreaStore(env, terminal, async (store) => {
      const done = await (back === undefined ? takeOffDevice : letDeviceBack)(store, areaId, deviceId);
      if (!done.ok) {
        terminal.err("this area has no such device\n");
        return 1;
      }
      terminal.out(
        back === undefined
          ? "taken off: nothing of it is taken in any more, and whoever works on it signs in again\n"
          : "let back\n",
      );
      return 0;
    });
  };
