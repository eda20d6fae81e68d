import { z } from "zod";
import { createObserved, type Observed } from "#core/observed";
import type { Clock } from "#core/ports";
import { type SyncDeps, syncOnce, SyncProgress } from "./sync-once";

/**
 * What the screen says about delivery as a whole. `all-delivered` only after the server has confirmed it.
 *
 * Shape  `waiting` counts operations on this device that the server does not have; `progress` is there for a round that
 *        takes several messages.
 */
export const SyncStatus = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("not-yet") }),
  z.object({ kind: z.literal("busy"), progress: SyncProgress.optional() }),
  z.object({ kind: z.literal("stopped") }),
  z.object({ kind: z.literal("all-delivered"), atMs: z.int() }),
  z.object({ kind: z.literal("some-left"), waiting: z.int(), needPerson: z.int() }),
  z.object({ kind: z.literal("no-connection") }),
  z.object({ kind: z.literal("signed-out") }),
  z.object({ kind: z.literal("taken-off") }),
  z.object({ kind: z.literal("needs-update") }),
  z.object({ kind: z.literal("server-trouble") }),
  z.object({ kind: z.literal("device-trouble") }),
]);
export type SyncStatus = z.infer<typeof SyncStatus>;

export interface SyncRunner {
  readonly status: Observed<SyncStatus>;
  /** Does a round now, or joins the one that runs. */
  readonly syncNow: () => Promise<void>;
  /** Ends the round that runs after its next message. None begins by itself until somebody asks or something is saved. */
  readonly pause: () => void;
  /** Begins the rounds: now, every minute, and sooner or later as they go well or not. */
  readonly start: () => void;
  readonly stop: () => void;
}

export interface RunnerDeps extends Omit<SyncDeps, "goesOn"> {
  readonly clock: Clock;
  /** Chance between 0 and 1, so that many devices do not come back at the same moment. */
  readonly chance: () => number;
}

/** What is said of each way in which a round ends early; every other one is this device's own store. */
const WHY: Readonly<Partial<Record<string, Exclude<SyncStatus["kind"], "all-delivered" | "some-left">>>> = {
  NoAnswer: "no-connection",
  SignedOut: "signed-out",
  TakenOff: "taken-off",
  AppTooOld: "needs-update",
  Stopped: "stopped",
  ServerBusy: "server-trouble",
  SaidNo: "server-trouble",
};

const EVERY_MS = 60_000;
const FIRST_RETRY_MS = 2_000;

/**
 * Decides when to sync. It owns no rule about what is synced.
 *
 * Laws   1. one round at a time; what is asked for meanwhile is done right after
 *        2. after a failure it waits longer each time, up to five minutes, with a random part; a success begins anew
 *        3. it leaves the server alone for as long as the server asks
 * (tests/unit/sync/runner.test.ts)
 */
export const createSyncRunner = (deps: RunnerDeps): SyncRunner => {
  const status = createObserved<SyncStatus>({ kind: "not-yet" });
  let running: Promise<void> | undefined;
  let askedAgain = false;
  let failures = 0;
  let askedToWaitMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStarted = false;
  let isPaused = false;

  const plan = (): void => {
    clearTimeout(timer);
    if (!isStarted || status.get().kind === "stopped") return;
    const wait = failures === 0 ? EVERY_MS : Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), 5 * EVERY_MS);
    // What the server asked for is waited for in full; chance only adds to it, so that not all come back at once.
    const waitMs = Math.max(wait * (0.75 + deps.chance() / 2), askedToWaitMs * (1 + deps.chance() / 2));
    timer = setTimeout(() => void syncNow(), waitMs);
  };

  const round = async (): Promise<void> => {
    const before = status.get();
    if (before.kind === "not-yet" || before.kind === "some-left") status.set({ kind: "busy" });
    isPaused = false;
    const goesOn = (progress: SyncProgress): boolean => {
      if (!isPaused) status.set({ kind: "busy", progress });
      return !isPaused;
    };
    const done = await syncOnce({ ...deps, goesOn });
    askedToWaitMs = !done.ok && done.error.type === "ServerBusy" ? (done.error.waitMs ?? 0) : 0;
    if (done.ok) {
      failures = 0;
      const { waiting, needPerson } = done.value;
      status.set(
        waiting + needPerson === 0
          ? { kind: "all-delivered", atMs: deps.clock.nowMs() }
          : { kind: "some-left", waiting, needPerson },
      );
    } else {
      failures += done.error.type === "Stopped" ? 0 : 1;
      status.set({ kind: WHY[done.error.type] ?? "device-trouble" });
    }
  };

  const syncNow = (): Promise<void> => {
    if (running !== undefined) {
      askedAgain = true;
      return running;
    }
    askedAgain = false;
    running = round().finally(() => {
      running = undefined;
      if (askedAgain && failures === 0 && !isPaused) void syncNow();
      else plan();
    });
    return running;
  };

  return {
    status,
    syncNow,
    pause: () => {
      isPaused = true;
    },
    start: () => {
      isStarted = true;
      void syncNow();
    },
    stop: () => {
      isStarted = false;
      clearTimeout(timer);
    },
  };
};
