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
  let loading: Promise<SyncRunner> | undefined;
  let isStopped = false;
  const loaded = (): Promise<SyncRunner> => {
    loading ??= load().then(
      (runner) => {
        status.set(runner.status.get());
        runner.status.subscribe(() => {
          status.set(runner.status.get());
        });
        return runner;
      },
      (reason: unknown) => {
        // The next one who asks tries again: a part of the app may be missing for a moment.
        loading = undefined;
        throw reason;
      },
    );
    return loading;
  };
  return {
    status,
    syncNow: async () => {
      const runner = await loaded().catch(() => undefined);
      await runner?.syncNow();
    },
    start: () => {
      void loaded().then(
        (runner) => {
          if (!isStopped) runner.start();
        },
        () => undefined,
      );
    },
    stop: () => {
      isStopped = true;
      void loading?.then((runner) => {
        runner.stop();
      });
    },
  };
};
