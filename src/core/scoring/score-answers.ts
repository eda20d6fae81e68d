import { promptsFor } from "../instrument/load-instrument";
import { ok, type Result } from "../result";
import type { AgeBand } from "../schema/age-band";
import type { Structure } from "../schema/instrument";
import type { MarkInput } from "../schema/mark";
import { type ProfileSections, Voice } from "../schema/profile";
import type { ShapeFault } from "../schema/shape-faults";
import { bandAsked, type AnswersFile, type ConversationFile, readAnswersFile } from "./answers-file";
import { type Picture, pictureFor } from "./picture";
import { type NoSuggestion, suggestPosition } from "./suggest-position";

/** Everything that scoring derives: a suggestion, or why there is none, for each voice with answers; the picture. */
export interface Scored extends Omit<Picture, "strengths"> {
  readonly suggestions: readonly ScoredSuggestion[];
}

/**
 * What one person's answers on one strand come to.
 *
 * Units    position is an integer 0–100, left to right.
 * Missing  `none` says why there is no position; there is never a position beside it.
 */
export type ScoredSuggestion = { readonly person: string; readonly strand: string; readonly applicable: number } & (
  | { readonly position: number; readonly answered: number; readonly partial: boolean }
  | { readonly none: "too-few-answered"; readonly answered: number }
  | { readonly none: "too-few-apply" }
);

/**
 * Scores an answers file against a structure: the same rules as on the device.
 *
 * Missing  a voice without answers has no suggestion; a hidden voice has neither mark nor suggestion for its readers.
 * Errors   every fault with its place, as `readAnswersFile` finds them; nothing is half-scored.
 */
export const scoreAnswers = (structure: Structure, input: unknown): Result<Scored, readonly ShapeFault[]> => {
  const read = readAnswersFile(structure, input);
  if (!read.ok) return read;
  const answers = read.value;
  const { rows, looksDifferent, offer, seenDifferently } = pictureFor(
    answers.readers,
    sectionsFrom(structure, answers),
    {
      strandIds: structure.strands.map((strand) => strand.id),
      youngPersonId: answers.youngPerson,
      ageYears: answers.ageYears,
      ...(answers.lastTime === undefined ? {} : { before: sectionsFrom(structure, answers.lastTime) }),
    },
  );
  return ok({ suggestions: suggestionsIn(structure, answers), rows, looksDifferent, offer, seenDifferently });
};

const suggestionsIn = (structure: Structure, answers: AnswersFile): readonly ScoredSuggestion[] =>
  answers.voices
    .filter((voice) => Object.keys(voice.answers).length > 0)
    .filter((voice) => !voice.hiddenFrom.some((person) => answers.readers.includes(person)))
    .map(({ person, strand, answers: answersByPromptId }) => {
      const suggested = suggestPosition(promptsFor(structure, strand, bandAsked(answers, strand)), answersByPromptId);
      if (!suggested.ok) return { person, strand, ...whyNone(suggested.error) };
      const { position, answered, applicable, partial } = suggested.value;
      return { person, strand, position, answered, applicable, partial };
    });

const whyNone = (error: NoSuggestion) =>
  error.type === "TooFewApply"
    ? { none: "too-few-apply" as const, applicable: error.applicable }
    : { none: "too-few-answered" as const, answered: error.answered, applicable: error.applicable };

/** The file's short form as the sections that a profile keeps. */
const sectionsFrom = (structure: Structure, conversation: ConversationFile): ProfileSections => {
  const sections: Record<string, unknown> = {
    frame: {
      hiddenFrom: [],
      instrument: { id: structure.id, version: conversation.wordingVersion ?? structure.version, language: "en-GB" },
      band: conversation.band,
      length: { kind: "whole", strandIds: [] },
    },
  };
  const placed = (position: number, input: MarkInput, band: AgeBand | undefined) => ({
    kind: "placed",
    position,
    input,
    how: { kind: "self" },
    atMs: 0,
    enteredBy: NOBODY,
    seenBefore: [],
    ...(band === undefined ? {} : { band }),
  });
  for (const [strand, descriptionsBand] of Object.entries(conversation.bandByStrand)) {
    sections[`talk/${strand}`] = { hiddenFrom: [], descriptionsBand };
  }
  for (const { strand, person, hiddenFrom, mark, answers } of conversation.voices) {
    const body =
      typeof mark === "string"
        ? { kind: mark, atMs: 0, enteredBy: NOBODY }
        : placed(mark.position, mark.input, mark.band);
    sections[`voice/${strand}/${person}`] = { ...Voice.parse({ mark: body, answersByPromptId: answers }), hiddenFrom };
  }
  for (const { strand, mark, hiddenFrom } of conversation.agreed) {
    const outcome =
      mark === "differently"
        ? { kind: "differently", atMs: 0 }
        : { kind: "placed", mark: placed(mark.position, "drag", mark.band) };
    sections[`agreed/${strand}`] = { hiddenFrom, outcome };
  }
  return sections as unknown as ProfileSections;
};

const NOBODY = "00000000-0000-4000-8000-000000000000";
