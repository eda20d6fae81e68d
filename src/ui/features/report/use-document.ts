import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PersonId } from "#core/schema/ids";
import { localDay } from "#platform/clock";
import type { Document } from "#report/document";
import { familyDocument } from "#report/family/family-document";
import { documentLanguage, type DocumentLanguage } from "#report/words/report-words";
import { useServices } from "../../app/services";
import { useWithdrawnWording } from "../../app/use-withdrawn-wording";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { directionOf, formatLocaleOf } from "../../i18n/languages";
import { pseudoTree } from "../../i18n/pseudo";

/** Somebody a copy is made for, and the moment at which that was chosen. */
export interface Made {
  readonly forPersonId: PersonId;
  readonly atMs: number;
}

/** The copy for one person, as it will be printed; nothing while nobody is chosen. */
export const useDocument = (made: Made | null): Document | null => {
  const { practitioner, area } = useServices();
  const { caseBody, instrument } = useOpenVisit();
  const profile = useVisit((visit) => visit.profile);
  const plan = useVisit((visit) => visit.plan);
  const language = useDocumentLanguage();
  const withdrawn = useWithdrawnWording();
  return useMemo(() => {
    if (made === null) return null;
    const document = familyDocument({
      profile,
      plan,
      caseBody,
      instrument,
      forPersonId: made.forPersonId,
      madeBy: practitioner,
      madeAtMs: made.atMs,
      dayOf: localDay,
      area,
      practice: area.practice || profile.sections.frame.practice,
      language,
      withdrawn,
    });
    return document.ok ? document.value : null;
  }, [made, profile, plan, caseBody, instrument, practitioner, area, language, withdrawn]);
};

/** The reader's language where documents can be made in it, else English; the made-up one is made from English. */
const useDocumentLanguage = (): DocumentLanguage => {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const own = documentLanguage(i18n.language);
    if (own.ok) return own.value;
    const english = documentLanguage("en-GB");
    if (!english.ok) throw new Error("documents have lost their English words");
    if (i18n.language !== "ar-XB") return english.value;
    return {
      tag: "ar-XB",
      direction: directionOf(i18n.language),
      locale: formatLocaleOf(i18n.language),
      words: pseudoTree(english.value.words),
    };
  }, [i18n.language]);
};
