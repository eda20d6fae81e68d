import type { AgeBand } from "../schema/age-band";
import { voicesOn } from "../schema/profile";
import type { StrandId } from "../schema/ids";
import type { Visit } from "../schema/visit";
import { changeTalk, talkIn, withSection } from "./change-section";

/**
 * Changes the age whose words the visit uses.
 *
 * Shape  a strand that has a mark keeps the words it was marked with.
 */
export const changeBand = (visit: Visit, band: AgeBand, strandIds: readonly StrandId[]): Visit => {
  const { frame } = visit.profile.sections;
  if (frame.band === band) return visit;
  const isMarked = (strandId: StrandId): boolean =>
    voicesOn(visit.profile.sections, strandId).some(({ voice }) => voice.mark.kind === "placed");
  return strandIds
    .filter((strandId) => isMarked(strandId) && talkIn(visit, strandId).descriptionsBand === undefined)
    .reduce(
      (changed, strandId) => changeTalk(changed, strandId, { descriptionsBand: frame.band }),
      withSection(visit, "frame", { ...frame, band }),
    );
};
