import { createObserved, type Observed } from "#core/observed";
import type { Clock } from "#core/ports";
import { err, type Result } from "#core/result";
import { nameOf, type Unknown } from "./storage-error";

const SAVING = { kind: "saving" } as const;

/** What the screen says of the words on it. `saved` is true of every one of them. */
export type SaveStatus<E> =
  | { readonly kind: "empty" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly atMs: number }
  | { readonly kind: "failed"; readonly reason: E | Unknown; readonly sinceMs: number };

export interface Autosave<T, E> {
  readonly status: Observed<SaveStatus<E>>;
  /** Takes the newest state. Cheap: call it at every key press. */
  readonly changed: (state: T) => void;
  /** Saves what is unsaved now, without the wait, and answers once the newest state was committed or refused. */
  readonly flush: () => Promise<SaveStatus<E>>;
  /** Begins no further save, for a draft that was finished or left: flush first. A change after it is a bug, and throws. */
  readonly stop: () => void;
}

export interface AutosaveDeps<T, E> {
  readonly save: (state: T) => Promise<Result<{ readonly savedAtMs: number }, E>>;
  readonly clock: Clock;
  /** From the first unsaved change to its save; with the timer's own slack it must stay under 200 ms. */
  readonly delayMs?: number;
  /** The waits after the first failure, the second and so on; the last one is repeated. */
  readonly retryMs?: readonly [number, ...number[]];
  /** When the state that is opened was saved, if it ever was. */
  readonly savedAtMs?: number;
}

/**
 * Keeps what is on the screen saved.
 *
 * Laws   1. one save is in flight at most
 *        2. a save takes the newest state there is when it begins
 *        3. a save begins within `delayMs` of the first change that no save has taken, or as soon after that as the
 *           one in flight ends; further changes never postpone it. After a failure the wait of law 5 stands instead
 *        4. `saved` is said only after the commit, and only if nothing newer waits
 *        5. a failed save is tried again after a growing wait, always with the newest state; no state is dropped but
 *           for a newer one
 *        6. `flush` ends once the state that was newest when it was called, or a newer one, was committed or refused
 *        7. `failed` stands until a commit
 * (tests/unit/storage/autosave.test.ts, tests/property/autosave.test.ts)
 */
export const createAutosave = <T, E>(deps: AutosaveDeps<T, E>): Autosave<T, E> => {
  const { save, clock, delayMs = 150, retryMs = [250, 500, 1000, 2000, 5000], savedAtMs } = deps;
  const status = createObserved<SaveStatus<E>>(
    savedAtMs === undefined ? { kind: "empty" } : { kind: "saved", atMs: savedAtMs },
  );
  let untaken: { readonly state: T } | undefined;
  let inFlight: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The timer rang while a save was in flight: the next begins as soon as that one ends. */
  let isDue = false;
  let failures = 0;
  let isStopped = false;

  const cancelTimer = (): void => {
    clearTimeout(timer);
    timer = undefined;
    isDue = false;
  };

  const rang = (): void => {
    timer = undefined;
    if (inFlight === undefined) begin();
    else isDue = true;
  };

  const begin = (): void => {
    cancelTimer();
    if (untaken === undefined || isStopped) return;
    const taken = untaken;
    untaken = undefined;
    inFlight = resultOf(save, taken.state).then((result) => {
      inFlight = undefined;
      if (result.ok) committed(result.value.savedAtMs);
      else refused(result.error, taken);
    });
  };

  const committed = (atMs: number): void => {
    failures = 0;
    if (isDue) begin();
    status.set(untaken === undefined && inFlight === undefined ? { kind: "saved", atMs } : SAVING);
  };

  const refused = (reason: E | Unknown, taken: { readonly state: T }): void => {
    untaken ??= taken;
    cancelTimer();
    if (!isStopped) timer = setTimeout(rang, retryMs[Math.min(failures, retryMs.length - 1)]);
    failures += 1;
    const before = status.get();
    status.set({ kind: "failed", reason, sinceMs: before.kind === "failed" ? before.sinceMs : clock.nowMs() });
  };

  return {
    status,
    changed: (state) => {
      if (isStopped) throw new Error("a change after the last save");
      untaken = { state };
      if (timer === undefined && !isDue) timer = setTimeout(rang, delayMs);
      if (status.get().kind !== "failed") status.set(SAVING);
    },
    flush: async () => {
      const hasUntaken = untaken !== undefined;
      await inFlight;
      if (hasUntaken) {
        if (inFlight === undefined) begin();
        await inFlight;
      }
      return status.get();
    },
    stop: () => {
      isStopped = true;
      cancelTimer();
    },
  };
};

/** A save that throws has a bug, yet what was typed must be tried again all the same. */
const resultOf = async <T, E>(
  save: AutosaveDeps<T, E>["save"],
  state: T,
): Promise<Result<{ readonly savedAtMs: number }, E | Unknown>> => {
  try {
    return await save(state);
  } catch (thrown) {
    return err({ type: "Unknown", name: nameOf(thrown) });
  }
};
