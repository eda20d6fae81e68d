import { createContext, use, useCallback, useSyncExternalStore } from "react";
import { createObserved, type Observed } from "#core/observed";
import { type Sections, withSaid } from "#core/review/said-in-review";
import type { OpenReview, ReviewValues } from "./review-draft";

/** What is being said, outside React: a key press renders only what reads the changed section, and is saved. */
export interface ReviewStore extends Observed<ReviewValues> {
  readonly say: (sectionId: string, change: Sections) => void;
  readonly areHere: (presentIds: readonly string[]) => void;
}

export const createReviewStore = (draft: Pick<OpenReview, "opened" | "changed">): ReviewStore => {
  const { get, set, subscribe } = createObserved<ReviewValues>(draft.opened);
  const change = (next: ReviewValues): void => {
    set(next);
    draft.changed(next);
  };
  return {
    get,
    subscribe,
    say: (sectionId, said) => {
      change({ ...get(), sections: withSaid(get().sections, sectionId, said) });
    },
    areHere: (presentIds) => {
      change({ ...get(), presentIds: [...presentIds] });
    },
  };
};

export const ReviewStoreContext = createContext<ReviewStore | null>(null);

export const useReviewStore = (): ReviewStore => {
  const store = use(ReviewStoreContext);
  if (store === null) throw new Error("a part of the form was shown outside it");
  return store;
};

/** Reads one part of what was said; `select` must give the same thing while that part is unchanged. */
export const useReviewPart = <T>(select: (values: ReviewValues) => T): T => {
  const store = useReviewStore();
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => select(store.get()), [store, select]),
  );
};
