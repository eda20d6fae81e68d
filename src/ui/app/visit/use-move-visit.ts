import { useState } from "react";
import type { CannotMove } from "#core/questionnaire/versions/moved";
import type { NewerVersion } from "#core/questionnaire/versions/move-draft";
import type { Visit } from "#core/schema/visit";
import { moveVisit, takeBackMove } from "#core/visit/move-visit";
import { useOpenVisit } from "./open-visit";
import { useReopen } from "./reopen";
import { useSaving } from "./saving";

export type MoveState =
  { readonly kind: "ready" | "moving" | "not-saved" } | { readonly kind: "refused"; readonly why: CannotMove };

export type MovingVisit = ReturnType<typeof useMoveVisit>;

/**
 * Moves the open draft to newer words, and back. It is on the disk before its pages are opened again with those words;
 * what cannot be saved, or is not possible, leaves everything as it was.
 */
export const useMoveVisit = () => {
  const { store } = useOpenVisit();
  const saving = useSaving();
  const reopen = useReopen();
  const [state, setState] = useState<MoveState>({ kind: "ready" });

  const changeTo = async (next: Visit): Promise<void> => {
    const before = store.get();
    setState({ kind: "moving" });
    store.change(() => next);
    const saved = await saving?.flush();
    if (saved?.kind === "failed") {
      store.change(() => before);
      setState({ kind: "not-saved" });
      return;
    }
    reopen();
  };
  return {
    state,
    move: async (newer: readonly NewerVersion[]): Promise<void> => {
      const moved = moveVisit(store.get(), newer);
      if (moved.ok) await changeTo(moved.value);
      else setState({ kind: "refused", why: moved.error });
    },
    takeBack: (): Promise<void> => changeTo(takeBackMove(store.get())),
  };
};
