import { err, ok, type Result } from "#core/result";

export type MadeUpError = { readonly type: "QuotaExceeded" } | { readonly type: "ChangedElsewhere" };

/** A save that waits until the test commits or refuses it. */
export interface SaveByHand<T> {
  readonly save: (state: T) => Promise<Result<{ savedAtMs: number }, MadeUpError>>;
  /** Every state that a save was begun with, in order. */
  readonly begun: readonly T[];
  /** Every state that was committed, in order. */
  readonly committed: readonly T[];
  readonly inFlight: () => number;
  readonly commit: () => void;
  readonly refuse: (error?: MadeUpError) => void;
  readonly throwUp: (thrown: unknown) => void;
}

export const createSaveByHand = <T>(nowMs: () => number): SaveByHand<T> => {
  interface Waiting {
    readonly state: T;
    readonly resolve: (result: Result<{ savedAtMs: number }, MadeUpError>) => void;
    readonly reject: (thrown: unknown) => void;
  }
  const begun: T[] = [];
  const committed: T[] = [];
  const waiting: Waiting[] = [];
  const next = (): Waiting => {
    const first = waiting.shift();
    if (first === undefined) throw new Error("no save is in flight");
    return first;
  };
  return {
    begun,
    committed,
    inFlight: () => waiting.length,
    save: (state) =>
      new Promise((resolve, reject) => {
        begun.push(state);
        waiting.push({ state, resolve, reject });
      }),
    commit: () => {
      const { state, resolve } = next();
      committed.push(state);
      resolve(ok({ savedAtMs: nowMs() }));
    },
    refuse: (error = { type: "QuotaExceeded" }) => {
      next().resolve(err(error));
    },
    throwUp: (thrown) => {
      next().reject(thrown);
    },
  };
};
