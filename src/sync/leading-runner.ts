import { z } from "zod";
import { createObserved } from "#core/observed";
import { SyncStatus, type SyncRunner } from "./runner";

/** What the windows of one person on one device tell each other. */
const Told = z.union([
  z.object({ say: z.literal("status"), status: SyncStatus }),
  z.object({ say: z.literal("what-is-it") }),
  z.object({ say: z.literal("sync-now") }),
  z.object({ say: z.literal("pause") }),
]);
type Told = z.infer<typeof Told>;

export interface LeadingRunnerDeps {
  /** This window's own runner; it works only while this window leads. */
  readonly own: SyncRunner;
  readonly locks: Pick<LockManager, "request">;
  readonly channel: Pick<BroadcastChannel, "postMessage" | "addEventListener" | "removeEventListener">;
  /** The name of the lock: one a person and device. */
  readonly name: string;
}

/**
 * One runner for all windows of one person on one device: the window that leads syncs, the others show what it says and
 * ask it. When it is closed or dies, the browser gives the lead to another.
 *
 * Laws   1. at most one window syncs at a time
 *        2. every window shows what the leading one says
 * (tests/unit/sync/leading-runner.test.ts)
 */
export const createLeadingRunner = ({ own, locks, channel, name }: LeadingRunnerDeps): SyncRunner => {
  const status = createObserved<SyncStatus>({ kind: "not-yet" });
  let isLeading = false;
  const ending = new AbortController();
  const tell = (told: Told): void => {
    channel.postMessage(told);
  };
  const tellStatus = (): void => {
    status.set(own.status.get());
    tell({ say: "status", status: own.status.get() });
  };

  const hear = ({ data }: MessageEvent<unknown>): void => {
    const told = Told.safeParse(data);
    if (!told.success) return; // a window of another version: it will be replaced
    if (told.data.say === "status" && !isLeading) status.set(told.data.status);
    if (told.data.say === "what-is-it" && isLeading) tellStatus();
    if (told.data.say === "sync-now" && isLeading) void own.syncNow();
    if (told.data.say === "pause" && isLeading) own.pause();
  };

  const lead = async (): Promise<void> => {
    isLeading = true;
    const stopTelling = own.status.subscribe(tellStatus);
    own.start();
    // The lead is held until this promise ends.
    await new Promise((resolve) => {
      ending.signal.addEventListener("abort", resolve);
      if (ending.signal.aborted) resolve(undefined);
    });
    own.stop();
    stopTelling();
    isLeading = false;
  };

  return {
    status,
    syncNow: async () => {
      if (isLeading) await own.syncNow();
      else tell({ say: "sync-now" });
    },
    pause: () => {
      if (isLeading) own.pause();
      else tell({ say: "pause" });
    },
    start: () => {
      channel.addEventListener("message", hear as EventListener);
      tell({ say: "what-is-it" });
      void locks.request(name, { signal: ending.signal }, lead).catch(() => {
        // Stopped before it was this window's turn.
      });
    },
    stop: () => {
      ending.abort();
      channel.removeEventListener("message", hear as EventListener);
    },
  };
};
