import type { Answer } from "#core/schema/answer";
import type { StrandId } from "#core/schema/ids";
import { isUnderstoodBy, type Mark } from "#core/schema/mark";
import type { Person } from "#core/schema/person";
import { type Voice, voiceOf } from "#core/schema/profile";
import { placeOf } from "#core/scoring/place-in-words";
import { amendmentsOf } from "#core/visit/amendments";
import { saidAnything } from "#core/visit/said-anything";
import { earlierSaid } from "../family/earlier-part";
import type { Telling } from "../family/telling";

/** The columns of what was said. They are names for programs, the same in every language. */
export const SAID_COLUMNS = [
  "kind",
  "strand",
  "strand_name",
  "person",
  "person_kind",
  "mark",
  "position",
  "place",
  "how_marked",
  "as_understood_by",
  "goes_well",
  "pinned_as_a_strength",
  "harder",
  "helps",
  "takes_out",
  "pattern",
  "answers",
  "loves",
  "easier",
  "about",
  "words",
  "why",
  "on",
] as const;
export type SaidRow = Partial<Readonly<Record<(typeof SAID_COLUMNS)[number], string>>>;

/**
 * What each person said, for one reader: a row for what they love, one for each voice and strand, one for what was
 * agreed on a strand, and one for each thing that was seen differently, put right, or said under earlier words.
 *
 * Units    `position` is an integer 0–100, left to right, for programs; `place` says it for people.
 * Missing  what was not said is an empty cell, and a voice that said nothing has no row.
 */
export const saidRows = (telling: Telling): readonly SaidRow[] => [
  ...lovesRows(telling),
  ...telling.copy.instrument.structure.strands.flatMap(({ id }) => [
    ...telling.view.people.flatMap((person) => voiceRow(id, person, telling)),
    ...togetherRow(id, telling),
  ]),
  ...finishRows(telling),
  ...correctionRows(telling),
  ...earlierSaid(telling).map(({ name, question, words }) => ({
    ...{ kind: "said-under-earlier-words", person: name, about: question, words },
  })),
];

const lovesRows = ({ view }: Telling): readonly SaidRow[] =>
  view.people.flatMap((person) => {
    const { loves = "", easier = "" } = view.sections[`loves/${person.id}`] ?? {};
    return loves.trim() === "" && easier.trim() === ""
      ? []
      : [{ kind: "loves", ...personCells(person, view), loves, easier }];
  });

const voiceRow = (strandId: StrandId, person: Person, telling: Telling): readonly SaidRow[] => {
  const { view } = telling;
  const voice = voiceOf(view.sections, strandId, person.id);
  if (voice === undefined || !saidAnything(voice)) return [];
  const about = { kind: "voice", ...strandCells(strandId, telling), ...personCells(person, view) };
  return [{ ...about, ...markCells(voice.mark, telling), ...wordCells(strandId, voice, telling) }];
};

const wordCells = (strandId: StrandId, voice: Voice, { copy }: Telling): SaidRow => {
  const { wording } = copy.instrument;
  const spoken = wording.strands[strandId];
  const answers = Object.entries(voice.answersByPromptId).map(
    ([promptId, answer]) => `${spoken?.prompts[promptId] ?? promptId} ${answerWords(answer, copy)}`,
  );
  return {
    goes_well: voice.goesWell,
    pinned_as_a_strength: voice.strengthPinned ? "yes" : "",
    harder: voice.harder,
    helps: voice.helps,
    takes_out: voice.takesOut,
    pattern: spoken?.pattern?.[voice.pattern] ?? voice.pattern,
    answers: answers.join("\n"),
  };
};

const answerWords = (answer: Answer, { instrument, language }: Telling["copy"]): string => {
  if (answer.kind === "answered") return instrument.wording.choices[answer.choice] ?? answer.choice;
  return language.words.earlierAnswer[answer.kind === "missing" ? answer.why : answer.kind];
};

const togetherRow = (strandId: StrandId, telling: Telling): readonly SaidRow[] => {
  const outcome = telling.view.sections[`agreed/${strandId}`]?.outcome;
  if (outcome === undefined || outcome.kind === "none") return [];
  const cells = outcome.kind === "differently" ? { mark: "seen-differently" } : markCells(outcome.mark, telling);
  return [{ kind: "together", ...strandCells(strandId, telling), ...cells }];
};

const markCells = (mark: Mark, { view, words }: Telling): SaidRow => {
  if (mark.kind === "none") return {};
  if (mark.kind !== "placed") return { mark: mark.kind };
  return {
    mark: "placed",
    position: String(mark.position),
    place: words.place[placeOf(mark.position)],
    how_marked: mark.how.kind,
    as_understood_by: isUnderstoodBy(mark.how) ? view.nameOf(mark.how.by) : "",
  };
};

const finishRows = ({ view }: Telling): readonly SaidRow[] => {
  const outcome = view.sections.finish?.outcome;
  const views = outcome?.kind === "seen-differently" ? outcome.views : [];
  return [
    { kind: "finish", words: outcome?.kind ?? "" },
    ...views.flatMap(({ personId, where, words }) => {
      const person = view.nameOf(personId);
      return person === "" ? [] : [{ kind: "seen-differently", person, about: where, words }];
    }),
  ];
};

/** What somebody says whom the reader may not know of is not told. */
const correctionRows = ({ view, words, copy }: Telling): readonly SaidRow[] =>
  amendmentsOf(view.sections).flatMap(({ content }): readonly SaidRow[] => {
    if (content === undefined) return [{ kind: "put-right", words: words.correctionUnknown }];
    const person = view.nameOf(content.byId);
    const on = copy.dayOf(content.atMs);
    return person === "" ? [] : [{ kind: "put-right", person, words: content.what, why: content.why, on }];
  });

const strandCells = (strandId: StrandId, { copy }: Telling): SaidRow => ({
  strand: strandId,
  strand_name: copy.instrument.wording.strands[strandId]?.family ?? strandId,
});

const personCells = ({ id, kind }: Person, view: Telling["view"]): SaidRow => ({
  person: view.nameOf(id),
  person_kind: kind,
});
