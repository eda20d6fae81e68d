import { useMemo } from "react";
import type { PersonId } from "#core/schema/ids";
import { localDay } from "#platform/clock";
import type { Document } from "#report/document";
import { familyDocument } from "#report/family/family-document";
import { useDocumentLanguage } from "../../app/document/use-document-language";
import { useServices } from "../../app/services";
import { useWithdrawnWording } from "../../app/use-withdrawn-wording";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";

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
