/** A value that changes and can be watched; shaped for React's `useSyncExternalStore`, though it knows no React. */
export interface Observed<T> {
  /** The same reference until the value changes. */
  readonly get: () => T;
  /** Calls back after each change; the answer stops it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Settable<T> extends Observed<T> {
  readonly set: (value: T) => void;
}

/** Makes a watched value; setting the very same reference again tells nobody. */
export const createObserved = <T>(first: T): Settable<T> => {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    set: (value) => {
      if (value === current) return;
      current = value;
      for (const listener of listeners) listener();
    },
  };
};
