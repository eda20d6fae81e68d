/** Whether the browser promised not to clear this site by itself. */
export type Persistence = "kept" | "may-be-cleared" | "not-known";

/** What the browser says is left for this site; some say nothing. */
export type Space =
  { readonly kind: "known"; readonly freeBytes: number; readonly usedBytes: number } | { readonly kind: "not-known" };

export interface StorageKeeping {
  /** Asks that this site is never cleared to make room; some browsers ask the person. Answers at once if it was granted before. */
  readonly askToKeep: () => Promise<Persistence>;
  /** What was promised so far; asks nobody. */
  readonly promise: () => Promise<Persistence>;
  readonly space: () => Promise<Space>;
}

/**
 * Asks the browser to keep what is stored here, and how much room is left.
 *
 * Missing  a browser without the interface, or one that fails to answer, is `not-known`, never zero.
 */
export const createPersistence = (storage: Partial<StorageManager> | undefined): StorageKeeping => ({
  askToKeep: async () => {
    const kept = await answerOf(async () => (await storage?.persisted?.()) === true || (await storage?.persist?.()));
    return persistenceFrom(kept);
  },
  promise: async () => persistenceFrom(await answerOf(() => storage?.persisted?.())),
  space: async () => {
    const estimate = await answerOf(() => storage?.estimate?.());
    if (estimate?.quota === undefined || estimate.usage === undefined) return { kind: "not-known" };
    return { kind: "known", freeBytes: Math.max(0, estimate.quota - estimate.usage), usedBytes: estimate.usage };
  },
});

const persistenceFrom = (kept: boolean | undefined): Persistence => {
  if (kept === undefined) return "not-known";
  return kept ? "kept" : "may-be-cleared";
};

const answerOf = async <T>(ask: () => Promise<T> | undefined): Promise<T | undefined> => {
  try {
    return await ask();
  } catch {
    // Private windows and embedded views throw here; for the person that is the same as no answer.
    return undefined;
  }
};
