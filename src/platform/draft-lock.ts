/** One tab's hold on one draft: while `held`, no other tab may edit it. Releasing twice, or what was not held, is safe. */
export interface DraftHold {
  readonly held: boolean;
  readonly release: () => void;
}

export interface DraftLocks {
  readonly holdDraft: (draftId: string) => Promise<DraftHold>;
  /** In any tab of this browser, this one included. */
  readonly isAnyDraftHeld: () => Promise<boolean>;
  /** Another tab has it open, and not this one. */
  readonly isHeldElsewhere: (draftId: string) => Promise<boolean>;
  /** Calls back once when the tab that has it lets it go, or dies; it takes no hold itself. `signal` ends the waiting. */
  readonly whenFree: (draftId: string, signal: AbortSignal, callBack: () => void) => void;
}

export interface DraftLocksDeps {
  readonly locks: Pick<LockManager, "request" | "query">;
  /** How long to wait for a hold that is just being let go. */
  readonly waitMs?: number;
}

const PREFIX = "draft:";

/**
 * Lets a draft be edited in one tab at a time; the browser lets go by itself when a tab is closed or dies.
 *
 * It waits a moment before it says that another tab has the draft: a reload, or a screen that is left and opened
 * again at once, asks before the old hold has quite gone, and would find itself locked out by itself.
 */
export const createDraftLocks = ({ locks, waitMs = 500 }: DraftLocksDeps): DraftLocks => {
  const heldHere = new Set<{ readonly draftId: string }>();
  const isHeld = async (isMeant: (draftId: string) => boolean): Promise<boolean> => {
    const { held } = await locks.query();
    return (held ?? []).some(({ name }) => name?.startsWith(PREFIX) === true && isMeant(name.slice(PREFIX.length)));
  };

  const holdDraft: DraftLocks["holdDraft"] = (draftId) =>
    new Promise((resolve, reject) => {
      const mine = { draftId };
      const patience = new AbortController();
      const timer = setTimeout(() => {
        patience.abort();
      }, waitMs);
      const request = locks.request(PREFIX + draftId, { signal: patience.signal }, () => {
        clearTimeout(timer);
        // The lock is held for as long as this promise is open.
        heldHere.add(mine);
        return new Promise<void>((release) => {
          resolve({ held: true, release });
        });
      });
      // Ends after the browser has let go: what is held is at no moment somebody else's.
      request
        .finally(() => heldHere.delete(mine))
        .catch((thrown: unknown) => {
          clearTimeout(timer);
          if (patience.signal.aborted) resolve({ held: false, release: () => undefined });
          else reject(thrown instanceof Error ? thrown : new Error("the lock was refused"));
        });
    });

  return {
    holdDraft,
    isAnyDraftHeld: () => isHeld(() => true),
    isHeldElsewhere: (draftId) =>
      isHeld((each) => each === draftId && ![...heldHere].some((mine) => mine.draftId === draftId)),
    whenFree: (draftId, signal, callBack) => {
      // In the same queue as those who want to write; let go of as soon as it is given.
      void locks.request(PREFIX + draftId, { signal, mode: "shared" }, callBack).catch(() => {
        // Nobody waits any more.
      });
    },
  };
};
