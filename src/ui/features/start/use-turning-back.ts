import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { takeBackNo } from "#core/visit/change-agreement";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import type { StartValues } from "./start-values";

/** From a no to a yes only on purpose: asked first, the earlier no kept, the yes in words of its own. */
export const useTurningBack = () => {
  const { clock } = useServices();
  const { store } = useOpenVisit();
  const { setValue, setFocus } = useFormContext<StartValues>();
  const [asked, setAsked] = useState(false);
  return {
    asked,
    ask: () => {
      // The radio button went to yes under the finger; it goes back until the answer has been given.
      setValue("agreement.decision", "no");
      setAsked(true);
    },
    keep: () => {
      setAsked(false);
    },
    turn: () => {
      store.change((visit) => takeBackNo(visit, clock.nowMs()));
      // The answer before the words: while the form still says no, the visit would hear it again.
      setValue("agreement.decision", "yes");
      setValue("agreement.words", "");
      setAsked(false);
      setFocus("agreement.words");
    },
  };
};
