import type { AgeBand } from "../schema/age-band";
import type { StrandId } from "../schema/ids";
import type { Visit } from "../schema/visit";
import { sectionIds, talkIn, withSection } from "./change-section";

/**
 * Changes the age whose words the visit uses; a strand for which people chose another keeps that.
 *
 * Shape  marks stay where they are, and each says beside whose words it was made: [Note: Words go with the mark].
 * Laws   1. what a reader sees after it is the same whether or not a hidden mark exists
 * (tests/property/changed-band.test.ts)
 */
export const changeBand = (visit: Visit, band: AgeBand): Visit => {
  const { frame } = visit.profile.sections;
  return frame.band === band ? visit : withSection(visit, "frame", { ...frame, band });
};

/** Chooses the age whose words stand under one strand's line; choosing the visit's own takes the choice back. */
export const chooseBandOn = (visit: Visit, strandId: StrandId, band: AgeBand): Visit => {
  const { descriptionsBand, ...talk } = talkIn(visit, strandId);
  const chosen = band === visit.profile.sections.frame.band ? undefined : band;
  if (chosen === descriptionsBand) return visit;
  return withSection(
    visit,
    sectionIds.talk(strandId),
    chosen === undefined ? talk : { ...talk, descriptionsBand: chosen },
  );
};
