import { useCallback, useSyncExternalStore } from "react";
import type { Visit } from "#core/schema/visit";
import { lettingGoOfMove } from "#core/visit/move-visit";

/**
 * The open visit, outside React: a change renders only what reads the changed section.
 *
 * Shape  `change` takes a pure verb of the core; the very same object back means that nothing changed.
 */
export interface VisitStore {
  readonly get: () => Visit;
  readonly change: (verb: (visit: Visit) => Visit) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createVisitStore = (opened: Visit, onChange: (visit: Visit) => void): VisitStore => {
  let current = opened;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    change: (verb) => {
      const next = lettingGoOfMove(current, verb(current));
      if (next === current) return;
      // First, because it refuses: what is finished stays as it is on the screen too.
      onChange(next);
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Reads one part of the visit; `select` must give the same reference while that part is unchanged. */
export const useVisitPart = <T>(store: VisitStore, select: (visit: Visit) => T): T =>
  useSyncExternalStore(
    store.subscribe,
    useCallback(() => select(store.get()), [store, select]),
  );
