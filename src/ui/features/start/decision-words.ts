import { useTranslation } from "react-i18next";
import type { Decider } from "#core/flow/agreement";
import { type Person, shownName } from "#core/schema/person";
import { agreementIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { useEveryone } from "./use-everyone";

/** Whose decision it is, once that is known. */
export type Asked = Exclude<Decider, "ask-first">;

/** The person whose decision it is, where somebody is named. */
export const useWhoDecides = (decider: Asked): Person | undefined => {
  const { child } = useOpenVisit();
  const everyone = useEveryone();
  const decidedById = useVisit((visit) => agreementIn(visit).decidedById);
  if (decider === "child" || decider === "young-person") return child;
  return everyone.find(({ id }) => id === decidedById);
};

/** How the answer and its words are asked for. */
export const useWordsAround = (decider: Asked, person: Person | undefined) => {
  const { t } = useTranslation("start");
  if (decider === "best-interests") {
    return {
      question: t("agreement.decisionBestInterests"),
      label: t("agreement.wordsBestInterests"),
      hint: undefined,
    };
  }
  if (person === undefined) {
    return { question: t("agreement.decisionNobody"), label: t("agreement.wordsNobody"), hint: undefined };
  }
  const who = shownName(person);
  return {
    question: t("agreement.decision", { who }),
    label: t("agreement.words", { who }),
    hint: decider === "parent" ? undefined : t("agreement.wordsHint"),
  };
};
