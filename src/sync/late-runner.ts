import { loadOnce } from "#core/load-once";
import { createObserved } from "#core/observed";
import type { SyncRunner, SyncStatus } from "./runner";

/**
 * A runner whose code comes after the first screen: nothing of it is needed to show what the device has.
 *
 * Laws   1. what is asked for before it is there is done when it is
 * (tests/unit/sync/late-runner.test.ts)
 */
export const createLateRunner = (load: () => Promise<SyncRunner>): SyncRunner => {
  const status = createObserved<SyncStatus>({ kind: "not-yet" });
  let isStopped = false;
  let runner: SyncRunner | undefined;
  const loaded = loadOnce(async () => {
    const came = await load();
    status.set(came.status.get());
    came.status.subscribe(() => {
      status.set(came.status.get());
    });
    runner = came;
    return came;
  });
  return {
    status,
    syncNow: async () => {
      const came = await loaded().catch(() => undefined);
      await came?.syncNow();
    },
    pause: () => {
      runner?.pause();
    },
    start: () => {
      void loaded().then(
        (came) => {
          if (!isStopped) came.start();
        },
        () => undefined,
      );
    },
    stop: () => {
      isStopped = true;
      runner?.stop();
    },
  };
};
