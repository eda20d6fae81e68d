import { err, ok, type Result } from "../result";
import type { PersonId, StrandId } from "../schema/ids";
import type { Agreed } from "../schema/profile";
import type { MarkInput } from "../schema/mark";
import { voiceOf, voicesOn } from "../schema/profile";
import { bandOn } from "../scoring/band-on";
import { hide } from "../scoring/hide";
import type { Visit } from "../schema/visit";
import { changeTalk, sectionIds, talkIn, withSection } from "./change-section";

/**
 * Who is here and has, for all that everyone here may know, neither marked, nor passed, nor said go on. Somebody whose
 * mark is kept from another person in the room is named like one who has not marked: leaving them out would tell.
 */
export const stillToMark = (visit: Visit, strandId: StrandId): readonly PersonId[] => {
  const { sections } = visit.profile;
  const present = sections.here?.presentIds ?? [];
  const { saidGoOnIds } = talkIn(visit, strandId);
  const inView = hide(present, sections);
  return present.filter(
    (personId) =>
      !saidGoOnIds.includes(personId) && (voiceOf(inView, strandId, personId)?.mark.kind ?? "none") === "none",
  );
};

/** Whether the marks on this strand may be shown beside each other now. */
export const areTogether = (visit: Visit, strandId: StrandId): boolean =>
  talkIn(visit, strandId).togetherSinceMs !== null;

/**
 * Shows everyone's marks on one strand from now on.
 *
 * Errors  `StillToMark` while someone here has neither marked, passed nor said go on; `goOnIds` says it for them.
 */
export const seeTogether = (
  visit: Visit,
  strandId: StrandId,
  nowMs: number,
  goOnIds: readonly PersonId[] = [],
): Result<Visit, StillToMark> => {
  const talk = talkIn(visit, strandId);
  const asked = changeTalk(visit, strandId, { saidGoOnIds: [...new Set([...talk.saidGoOnIds, ...goOnIds])] });
  const waitingFor = stillToMark(asked, strandId);
  if (waitingFor.length > 0) return err({ type: "StillToMark", personIds: waitingFor });
  return ok(changeTalk(asked, strandId, { togetherSinceMs: talk.togetherSinceMs ?? nowMs }));
};

export interface StillToMark {
  readonly type: "StillToMark";
  readonly personIds: readonly PersonId[];
}

/**
 * Whose marks on one strand the room can look at: a mark hidden from anybody here is not on the shared screen.
 *
 * Shape  `alsoFor` are people who look on though they are not in the room.
 */
export const marksInView = (
  visit: Visit,
  strandId: StrandId,
  alsoFor: readonly PersonId[] = [],
): readonly PersonId[] => {
  const { sections } = visit.profile;
  return voicesOn(hide([...(sections.here?.presentIds ?? []), ...alsoFor], sections), strandId)
    .filter(({ voice }) => voice.mark.kind === "placed")
    .map(({ personId }) => personId);
};

/** Opening the picture shows every mark in view: each strand that has one is seen together from that moment. */
export const seeEverythingTogether = (visit: Visit, strandIds: readonly StrandId[], nowMs: number): Visit =>
  strandIds
    .filter((strandId) => !areTogether(visit, strandId) && marksInView(visit, strandId).length > 0)
    .reduce((seen, strandId) => changeTalk(seen, strandId, { togetherSinceMs: nowMs }), visit);

/** The strands that opening the picture would show before everybody here has marked, passed or said go on. */
export const strandsToWaitFor = (visit: Visit, strandIds: readonly StrandId[]): readonly StrandId[] =>
  strandIds.filter(
    (strandId) =>
      !areTogether(visit, strandId) &&
      marksInView(visit, strandId).length > 0 &&
      stillToMark(visit, strandId).length > 0,
  );

/**
 * Places the mark that people agree on. Allowed once the marks are seen together.
 *
 * Units  position is an integer 0–100.
 */
export const placeAgreed = (
  visit: Visit,
  strandId: StrandId,
  placed: { readonly position: number; readonly input: MarkInput; readonly enteredBy: PersonId; readonly atMs: number },
): Result<Visit, NotYetTogether> =>
  setAgreed(visit, strandId, {
    kind: "placed",
    mark: {
      kind: "placed",
      ...placed,
      how: { kind: "self" },
      seenBefore: [],
      band: bandOn(strandId, visit.profile.sections),
    },
  });

/** "We see this differently": a finished answer. */
export const seeDifferently = (visit: Visit, strandId: StrandId, atMs: number): Result<Visit, NotYetTogether> =>
  setAgreed(visit, strandId, { kind: "differently", atMs });

export const clearAgreed = (visit: Visit, strandId: StrandId): Result<Visit, NotYetTogether> =>
  setAgreed(visit, strandId, { kind: "none" });

const setAgreed = (visit: Visit, strandId: StrandId, outcome: Agreed["outcome"]): Result<Visit, NotYetTogether> => {
  if (!areTogether(visit, strandId)) return err({ type: "NotYetTogether", strandId });
  const id = sectionIds.agreed(strandId);
  return ok(withSection(visit, id, { ...(visit.profile.sections[id] ?? { hiddenFrom: [] }), outcome }));
};

export interface NotYetTogether {
  readonly type: "NotYetTogether";
  readonly strandId: StrandId;
}
