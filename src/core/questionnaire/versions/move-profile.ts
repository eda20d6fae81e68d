import { bandBeside } from "../../scoring/band-on";
import { err, ok, type Result } from "../../result";
import type { Instrument, InstrumentRef } from "../../schema/instrument";
import type { Mark } from "../../schema/mark";
import type { KeptAnswer } from "../../schema/page";
import type { Agreed, ProfileSections, Voice } from "../../schema/profile";
import { compareInstruments } from "./compare-versions";
import { createKeeper, type Fate } from "./earlier";
import { isReversedPrompt, lineWords, patternWords, promptWords } from "./line-words";
import type { CannotMove, Moved, MovedAnswer } from "./moved";

/**
 * Moves a draft of the nine lines to another version of its questionnaire.
 *
 * Shape   marks and words stay where they are, also on a strand that is no longer there; what was marked, chosen or
 *         answered under other words, or has no place any more, also stands in `earlier` of the same section with the
 *         words it answered. Nothing goes from one section to another, so nobody sees more than before.
 * Errors  `OtherQuestionnaire`, `OtherVersion`, `BandNotThere`.
 * Laws    1–4 as for `moveAnswers` (tests/property/versions.test.ts)
 */
export const moveProfile = (
  sections: ProfileSections,
  old: Instrument,
  next: Instrument,
): Result<Moved<ProfileSections>, CannotMove> => {
  const { instrument, band } = sections.frame;
  if (old.structure.id !== next.structure.id || instrument.id !== old.structure.id) {
    return err({ type: "OtherQuestionnaire" });
  }
  if (instrument.version !== old.structure.version) return err({ type: "OtherVersion" });
  if (!next.structure.bands.includes(band)) return err({ type: "BandNotThere", band });

  const to: InstrumentRef = { ...instrument, version: next.structure.version, language: next.wording.language };
  const after: Record<string, unknown> = { ...sections, frame: { ...sections.frame, instrument: to } };
  const toCheck: MovedAnswer[] = [];
  const withoutPlace: MovedAnswer[] = [];
  const byId = sections as object as Readonly<Record<string, unknown>>;
  for (const [sectionId, section] of Object.entries(byId)) {
    const [kind, strandId = "", personId] = sectionId.split("/");
    if (kind !== "voice" && kind !== "agreed") continue;
    const moving: Moving = { sections, old, next, strandId, isChild: personId === sections.frame.childId };
    const moved = kind === "voice" ? movedVoice(section as Voice, moving) : movedAgreed(section as Agreed, moving);
    after[sectionId] = moved.section;
    for (const { key, fate } of moved.fates) {
      if (fate === "to-check") toCheck.push({ sectionId, key });
      if (fate === "without-place") withoutPlace.push({ sectionId, key });
    }
  }
  const difference = compareInstruments(old, next);
  return ok({ before: sections, after: after as unknown as ProfileSections, difference, toCheck, withoutPlace });
};

/** One section on its way, with all that decides which words stood at it. */
interface Moving {
  readonly sections: ProfileSections;
  readonly old: Instrument;
  readonly next: Instrument;
  readonly strandId: string;
  readonly isChild: boolean;
}

interface MovedSection {
  readonly section: Voice | Agreed;
  readonly fates: readonly { readonly key: string; readonly fate: Fate }[];
}

const movedVoice = (voice: Voice, moving: Moving): MovedSection => {
  const { sections, old, next, strandId } = moving;
  const keeper = createKeeper(voice, sections.frame.instrument);
  const [before, after] = wordsAtMark(voice.mark, moving);
  if (voice.mark.kind !== "none") keeper.decide("mark", markSaid(voice.mark), before, after);

  const [patternBefore, patternAfter] = [old, next].map((each) => patternWords(each, strandId, voice.pattern));
  const pattern: KeptAnswer = { kind: "pattern", pattern: voice.pattern };
  const keepsPattern =
    voice.pattern === "" || keeper.decide("pattern", pattern, patternBefore, patternAfter) !== "without-place";

  // Free words have their place as long as there is a strand: they answer no one word of it.
  if (after === undefined) {
    for (const part of ["goesWell", "harder", "helps", "takesOut"] as const) {
      if (voice[part].trim() !== "") keeper.decide(part, wordsSaid(voice[part]), before, undefined);
    }
  }

  const answers = Object.entries(voice.answersByPromptId).filter(([promptId, answer]) => {
    const isTurned = isReversedPrompt(old, strandId, promptId) !== isReversedPrompt(next, strandId, promptId);
    const words = promptWords(next, strandId, promptId, answer);
    const asked = promptWords(old, strandId, promptId, answer);
    return keeper.decide(promptId, answer, asked, isTurned ? undefined : words) !== "without-place";
  });
  const section = {
    ...voice,
    ...(keepsPattern ? {} : { pattern: "" as const }),
    answersByPromptId: Object.fromEntries(answers),
    ...keeper.kept(),
  };
  return { section, fates: keeper.fates };
};

const movedAgreed = (agreed: Agreed, moving: Moving): MovedSection => {
  const { outcome } = agreed;
  const keeper = createKeeper(agreed, moving.sections.frame.instrument);
  const [before, after] = wordsAtMark(outcome.kind === "placed" ? outcome.mark : undefined, moving);
  if (outcome.kind === "placed") keeper.decide("agreed", markSaid(outcome.mark), before, after);
  if (outcome.kind === "differently") keeper.decide("agreed", { kind: "differently" }, before, after);
  return { section: { ...agreed, ...keeper.kept() }, fates: keeper.fates };
};

/** The words at the line in both versions: those of the age that the mark was made beside, see `bandBeside`. */
const wordsAtMark = (mark: Mark | undefined, { sections, old, next, strandId, isChild }: Moving) => {
  const band = bandBeside(mark?.kind === "placed" ? mark : undefined, strandId, sections);
  return [lineWords(old, { strandId, isChild, band }), lineWords(next, { strandId, isChild, band })] as const;
};

/** Whose marks had been seen is left out: that may name somebody whose section a reader must not see. */
const markSaid = (mark: Mark): KeptAnswer => (mark.kind === "placed" ? { ...mark, seenBefore: [] } : mark);

const wordsSaid = (words: string): KeptAnswer => ({ kind: "answered", value: { type: "words", words } });
