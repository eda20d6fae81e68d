import { Dexie } from "dexie";

/** What may have changed: drafts, or the records people see. */
export type Watched = "drafts" | "records";

export interface Watch {
  /** Calls back after each commit that may have changed it, in this tab or another; the answer stops it. */
  readonly subscribe: (watched: Watched, listener: () => void) => () => void;
}

const tablesOf: Readonly<Record<Watched, readonly string[]>> = {
  drafts: ["draft"],
  records: ["remote", "outbox"],
};

/**
 * Tells when to read again. It reads nothing itself: Dexie names the places that each commit touched and passes them
 * on to the other tabs, which is what its live queries stand on too.
 */
export const createWatch = (databaseName: string): Watch => ({
  subscribe: (watched, listener) => {
    const places = tablesOf[watched].map((table) => `idb://${databaseName}/${table}/`);
    const committed = (parts: Readonly<Record<string, unknown>>): void => {
      // "all" comes when the page was put away and brought back: anything may have been missed.
      if ("all" in parts || places.some((place) => place in parts)) listener();
    };
    Dexie.on("storagemutated", committed);
    return () => {
      Dexie.on("storagemutated").unsubscribe(committed);
    };
  },
});
