import type { PersonId, StrandId } from "../schema/ids";
import type { Mark, MarkHow, MarkInput, PlacedMark } from "../schema/mark";
import type { FromPaper } from "../schema/paper";
import type { Visit } from "../schema/visit";
import { bandOn } from "../scoring/band-on";
import { changeVoice, voiceIn } from "./change-section";
import { areTogether, marksInView } from "./together";

/** Whose mark, on which strand, made when and by whose hand on the device. */
export interface Marking {
  readonly strandId: StrandId;
  readonly personId: PersonId;
  readonly enteredBy: PersonId;
  readonly atMs: number;
}

/**
 * Places or moves one person's mark.
 *
 * Shape  `seenBefore` names the others whose marks had been shown on this strand; it never shrinks when a mark moves.
 *        `band` is the age whose words stand under the line now, also for a mark that moves. A mark that was copied from
 *        a page and is then moved on the screen is the screen's: it stands no longer where the page has it. A mark on a
 *        page was made away from this screen, so what is shown here was not seen before it.
 * Units  position is an integer 0–100, left to right.
 */
export const placeMark = (
  visit: Visit,
  marking: Marking,
  placed: { readonly position: number; readonly input: MarkInput; readonly how?: MarkHow },
): Visit => {
  const earlier = voiceIn(visit, marking.strandId, marking.personId).mark;
  const kept = earlier.kind === "placed" ? earlier : undefined;
  const mark: Mark = {
    kind: "placed",
    position: placed.position,
    input: placed.input,
    how: placed.how ?? howOnScreen(kept),
    atMs: marking.atMs,
    enteredBy: marking.enteredBy,
    seenBefore: [
      ...new Set([...(kept?.seenBefore ?? []), ...(isCopied(placed.how) ? [] : marksShownTo(visit, marking))]),
    ],
    band: bandOn(marking.strandId, visit.profile.sections),
  };
  return changeVoice(visit, marking.strandId, marking.personId, { mark });
};

/** Records that a person passes, or that it is too early to say: answers, and never a position. */
export const answerWithoutMark = (
  visit: Visit,
  marking: Marking,
  kind: "passed" | "too-early",
  paper?: FromPaper,
): Visit =>
  changeVoice(visit, marking.strandId, marking.personId, {
    mark: { kind, atMs: marking.atMs, enteredBy: marking.enteredBy, ...(paper === undefined ? {} : { paper }) },
  });

/** Puts a mark back to what it was: to nothing, or to an earlier one for undo. */
export const restoreMark = (visit: Visit, strandId: StrandId, personId: PersonId, mark: Mark): Visit =>
  changeVoice(visit, strandId, personId, { mark });

/** Says how a mark that stands came to be this person's; a mark that is not there has no way. */
export const sayHow = (visit: Visit, strandId: StrandId, personId: PersonId, how: MarkHow): Visit => {
  const { mark } = voiceIn(visit, strandId, personId);
  return mark.kind === "placed" ? changeVoice(visit, strandId, personId, { mark: { ...mark, how } }) : visit;
};

const isCopied = (how: MarkHow | undefined): boolean => how?.kind === "from-paper" && how.paper !== undefined;

/** How a mark is made that is placed or moved on the screen. */
const howOnScreen = (earlier: PlacedMark | undefined): MarkHow =>
  earlier === undefined || isCopied(earlier.how) ? { kind: "self" } : earlier.how;

/** Others' marks that were in view while this one was made: none until the strand is seen together. */
const marksShownTo = (visit: Visit, { strandId, personId }: Marking): readonly PersonId[] =>
  areTogether(visit, strandId)
    ? marksInView(visit, strandId, [personId]).filter((otherId) => otherId !== personId)
    : [];
