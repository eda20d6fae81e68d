import { useMemo } from "react";
import { hide } from "#core/scoring/hide";
import { type SaidEarlier, saidEarlier } from "#core/visit/earlier-words";
import { useOpenVisit, useReaderIds, useVisit } from "../../app/visit/open-visit";

/** Everything that was said under earlier words, as everyone in the room may see it. */
export const useSaidEarlier = (): readonly SaidEarlier[] => {
  const { strandIds } = useOpenVisit();
  const readerIds = useReaderIds();
  const sections = useVisit((visit) => visit.profile.sections);
  return useMemo(() => saidEarlier(hide(readerIds, sections), strandIds), [readerIds, sections, strandIds]);
};
