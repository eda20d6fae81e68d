/** One tab's hold on one draft: while `held`, no other tab may edit it. Releasing twice, or what was not held, is safe. */
export interface DraftHold {
  readonly held: boolean;
  readonly release: () => void;
}

export interface DraftLocks {
  readonly holdDraft: (draftId: string) => Promise<DraftHold>;
  /** In any tab of this browser, this one included. */
  readonly isAnyDraftHeld: () => Promise<boolean>;
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
export const createDraftLocks = ({ locks, waitMs = 500 }: DraftLocksDeps): DraftLocks => ({
  holdDraft: (draftId) =>
    new Promise((resolve, reject) => {
      const patience = new AbortController();
      const timer = setTimeout(() => {
        patience.abort();
      }, waitMs);
      const request = locks.request(PREFIX + draftId, { signal: patience.signal }, () => {
        clearTimeout(timer);
        // The lock is held for as long as this promise is open.
        return new Promise<void>((release) => {
          resolve({ held: true, release });
        });
      });
      request.catch((thrown: unknown) => {
        clearTimeout(timer);
        if (patience.signal.aborted) resolve({ held: false, release: () => undefined });
        else reject(thrown instanceof Error ? thrown : new Error("the lock was refused"));
      });
    }),
  isAnyDraftHeld: async () => {
    const { held } = await locks.query();
    return (held ?? []).some((lock) => lock.name?.startsWith(PREFIX) === true);
  },
});
