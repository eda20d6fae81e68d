import { useEffect, useState } from "react";
import type { Questionnaire } from "#core/schema/questionnaire";
import { begunWith } from "#core/questionnaire/pages-in";
import type { Shelf } from "../../app/questionnaire-shelf";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";

export type Fillable =
  | { readonly kind: "opening" }
  | { readonly kind: "not-here" }
  | { readonly kind: "ready"; readonly questionnaire: Questionnaire };

/** The questionnaire that somebody fills: the version they began with, else the newest. */
export const useFillable = (questionnaireId: string, personId: string): Fillable => {
  const { shelf } = useServices();
  const { store } = useOpenVisit();
  const [shown, setShown] = useState<Fillable>({ kind: "opening" });
  useEffect(() => {
    const ending = new AbortController();
    const begun = begunWith(store.get().profile.sections, questionnaireId, personId);
    const show = (next: Fillable): void => {
      if (!ending.signal.aborted) setShown(next);
    };
    const open = async (from: Shelf): Promise<Fillable> => {
      const ref = begun ?? (await from.list()).find(({ ref: { id } }) => id === questionnaireId)?.ref;
      return ref === undefined ? { kind: "not-here" } : { kind: "ready", questionnaire: await from.load(ref) };
    };
    open(shelf).then(show, () => {
      show({ kind: "not-here" });
    });
    return () => {
      ending.abort();
    };
  }, [shelf, store, questionnaireId, personId]);
  return shown;
};
