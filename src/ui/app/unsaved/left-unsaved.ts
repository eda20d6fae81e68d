import type { Services } from "../services";
import type { Saving } from "../visit/saving";
import { saveWhenPutAway } from "../visit/save-when-put-away";

/** A page that is written on: a visit, or a form. `letGo` stops its saving and gives its draft free. */
export interface WrittenPage {
  /** What whoever opens the page is given. */
  readonly opened: unknown;
  readonly saving: Pick<Saving, "status" | "flush">;
  readonly letGo: () => void;
}

/**
 * The pages of one window that were left before their last words could be saved, by the names of their locks.
 *
 * Laws   1. what was typed on a page stays in memory until it is saved, or somebody gives it up
 *        2. a page that is opened again meanwhile shows what was typed
 *        3. a window that still has such a page asks before it is closed; one that is locked does not
 * (tests/unit/ui/app/left-unsaved.test.ts)
 */
export interface LeftUnsaved {
  /** Saves a page that is left, and lets go of it once it is saved; at once where it is. */
  readonly leave: (name: string, page: WrittenPage) => Promise<void>;
  /** The page as it was left, for whoever opened it under this name; from now on it is theirs to leave again. */
  readonly takeUp: (name: string) => unknown;
  /** Whether the last words of this page could not be saved, and are in memory alone. */
  readonly has: (name: string) => boolean;
  /** Somebody was asked, and lets the words go. What was saved before stands. */
  readonly giveUp: (name: string) => void;
}

const byWindow = new WeakMap<object, LeftUnsaved>();

/** What was left unsaved in the window that these services are of. */
export const leftUnsavedOf = (services: Pick<Services, "draftLocks" | "lock">): LeftUnsaved => {
  const known = byWindow.get(services.draftLocks) ?? createLeftUnsaved(services.lock);
  byWindow.set(services.draftLocks, known);
  return known;
};

const createLeftUnsaved = ({ state: lockState }: Services["lock"]): LeftUnsaved => {
  const left = new Map<string, WrittenPage & { readonly end: () => void }>();
  const remove = (name: string): void => {
    left.get(name)?.end();
    left.delete(name);
  };

  return {
    leave: async (name, page) => {
      // Also what was finished: whoever opens it next must find what it has become.
      if (!isUnsaved(page)) {
        page.letGo();
        return;
      }
      const asking = new AbortController();
      const isLeft = (): boolean => left.get(name)?.saving === page.saving;
      const look = (): void => {
        if (!isLeft() || isUnsaved(page)) return;
        remove(name);
        page.letGo();
      };
      const stopWatching = page.saving.status.subscribe(look);
      const end = (): void => {
        asking.abort();
        stopWatching();
      };
      left.set(name, { ...page, end });
      // Nobody is there to answer in a window that is locked, and its keys must go.
      const dontAskOnceLocked = (): void => {
        if (lockState.get().kind === "locked") asking.abort();
      };
      asking.signal.addEventListener("abort", lockState.subscribe(dontAskOnceLocked));
      if (lockState.get().kind !== "locked") saveWhenPutAway(page.saving, asking.signal);
      await page.saving.flush();
      look();
    },
    takeUp: (name) => {
      const page = left.get(name);
      remove(name);
      return page?.opened;
    },
    has: (name) => left.get(name)?.saving.status.get().kind === "failed",
    giveUp: (name) => {
      const page = left.get(name);
      remove(name);
      page?.letGo();
    },
  };
};

const isUnsaved = ({ saving }: WrittenPage): boolean => ["saving", "failed"].includes(saving.status.get().kind);
