import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { ErrorSummary } from "../../components/form/error-summary";
import type { FinishRefusal } from "./draft-finisher";
import { type Fault, placeOfFault, useFaultWords } from "./fault-words";
import { focusPlace } from "./focus-place";

/** Why the visit was not finished, each reason with the way to its place. Nothing is lost, and it can be tried again. */
export const RefusalSummary = ({ refusal }: { readonly refusal: FinishRefusal }) => {
  const { t } = useTranslation("plan");
  const { store } = useOpenVisit();
  const navigate = useNavigate();
  const path = useVisitPath();
  const words = useFaultWords();
  // The numbers of actions and views are those of the moment of asking, like the reasons themselves.
  const [visit] = useState(store.get);

  const go = (fault: Fault): void => {
    const place = placeOfFault(fault, visit);
    if (place === null) void navigate(path("start"));
    else focusPlace(place);
  };
  const errors =
    refusal.type === "NotReadyToFinish"
      ? refusal.reasons.map((fault) => ({
          message: words(fault, visit),
          onGo: () => {
            go(fault);
          },
        }))
      : [{ message: t(`refused.${SAID[refusal.type] ?? "NotSaved"}`) }];
  return <ErrorSummary title={t("fault.title")} errors={errors} />;
};

const SAID: Readonly<Record<string, "ChangedElsewhere" | "QuotaExceeded" | "TooLarge">> = {
  ChangedElsewhere: "ChangedElsewhere",
  QuotaExceeded: "QuotaExceeded",
  TooLarge: "TooLarge",
};
