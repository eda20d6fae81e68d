import { useMemo } from "react";
import { shownName } from "#core/schema/person";
import { localDay } from "#platform/clock";
import { blankDocument } from "#report/blank/blank-document";
import type { Document } from "#report/document";
import { useDocumentLanguage } from "../../app/document/use-document-language";
import { useServices } from "../../app/services";
import { type Chosen, sheetsFor } from "./choosing";
import type { CanBePrinted } from "./use-blank-set";

/** The set as it will be printed; nothing while nothing is chosen. `atMs` is when its choosing began. */
export const useBlankDocument = (from: CanBePrinted, chosen: Chosen, atMs: number): Document | null => {
  const { area } = useServices();
  const language = useDocumentLanguage();
  return useMemo(() => {
    const { caseId, child, caseBody, instrument, pages } = from;
    const lines = sheetsFor(from, chosen);
    // Lines without anybody to fill them in are not a set.
    if (chosen.lines && lines.length === 0) return null;
    const document = blankDocument({
      caseId,
      childName: shownName(child),
      instrument,
      band: chosen.band,
      lines,
      pages: pages.filter(({ structure }) => chosen.pageIds.includes(structure.id)),
      plan: chosen.plan,
      areaName: area.name,
      practice: area.practice || caseBody.sections.child.practice,
      madeOn: localDay(atMs),
      madeAtMs: atMs,
      language,
    });
    return document.ok ? document.value : null;
  }, [from, chosen, area, language, atMs]);
};
