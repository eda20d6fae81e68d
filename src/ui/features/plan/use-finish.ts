import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { finishAsChosen } from "#core/visit/finishing";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { useReopen } from "../../app/visit/reopen";
import { useSaving } from "../../app/visit/saving";
import { createDraftFinisher, type FinishRefusal } from "./draft-finisher";
import { useFinishWhen } from "./use-faults";

/** How far finishing has come; each refusal is a new one, so that the page can lead to it again. */
export type FinishState =
  | { readonly kind: "talking" }
  | { readonly kind: "asking" }
  | { readonly kind: "finishing" }
  | { readonly kind: "refused"; readonly attempt: number; readonly refusal: FinishRefusal };

/** Finishing a visit: looked at first, asked once, done once, and then shown as the record that it became. */
export const useFinish = () => {
  const services = useServices();
  const saving = useSaving();
  const { store } = useOpenVisit();
  const when = useFinishWhen();
  const path = useVisitPath();
  const reopen = useReopen();
  const navigate = useNavigate();
  const [state, setState] = useState<FinishState>({ kind: "talking" });
  const [attempts, setAttempts] = useState(0);
  const finisher = useMemo(
    () => (saving === null ? null : createDraftFinisher({ services, saving, store, when })),
    [services, saving, store, when],
  );

  const refuse = (refusal: FinishRefusal): void => {
    setAttempts(attempts + 1);
    setState({ kind: "refused", attempt: attempts + 1, refusal });
  };

  const finish = async (): Promise<void> => {
    if (finisher === null) throw new Error("a finished profile cannot be finished");
    setState({ kind: "finishing" });
    const finished = await finisher.finish();
    if (!finished.ok) {
      refuse(finished.error);
      return;
    }
    // First the record, then the page: the draft's pages would still write to what is no longer there.
    reopen();
    await navigate(path("picture"));
  };

  return {
    state,
    hasTried: attempts > 0,
    ask: () => {
      const ready = finishAsChosen(store.get(), when());
      if (ready.ok) setState({ kind: "asking" });
      else refuse(ready.error);
    },
    cancel: () => {
      setState((before) => (before.kind === "asking" ? { kind: "talking" } : before));
    },
    confirm: () => {
      void finish();
    },
  };
};
