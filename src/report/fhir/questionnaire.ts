import type { Questionnaire, QuestionnaireItem, QuestionnaireItemAnswerOption } from "fhir/r4";
import type { AgeBand } from "#core/schema/age-band";
import type { Choice, Instrument, Prompt, Strand } from "#core/schema/instrument";
import { codeSystem, nameOf } from "./fhir-from";
import type { ReportWords } from "../words/report-words";

/** The codes of what may be said in place of a mark, and of an answer that adds no point. */
export const INSTEAD_OF_A_MARK = ["passed", "too-early"] as const;
export const NO_POINTS = ["does-not-apply", "not-asked", "dont-know", "prefer-not-to-say"] as const;
export const HOW_MADE = [
  "self",
  "helped-to-move",
  "aac-or-sign",
  "from-pictures",
  "watched",
  "told-through",
  "from-paper",
] as const;

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/** What one field of a voice is called in the questionnaire and in the responses to it. */
export const linkIds = (strandId: string) => ({
  group: strandId,
  line: `${strandId}.line`,
  instead: `${strandId}.instead-of-a-mark`,
  how: `${strandId}.how-the-mark-was-made`,
  understoodBy: `${strandId}.as-understood-by`,
  goesWell: `${strandId}.goes-well`,
  pinned: `${strandId}.pinned-as-a-strength`,
  harder: `${strandId}.harder`,
  helps: `${strandId}.helps`,
  takesOut: `${strandId}.takes-out`,
  pattern: `${strandId}.pattern`,
});

export const LOVES = { group: "loves-and-easier", loves: "loves", easier: "easier" } as const;
export const SEEN_DIFFERENTLY = "seen-differently";

/** The name by which responses point to a questionnaire's version. */
export const canonicalOf = ({ id, version }: { readonly id: string; readonly version: number }): string =>
  `${nameOf("questionnaire", id)}|${version}`;

/**
 * The nine lines as they are asked in some age bands, as a FHIR R4 Questionnaire.
 *
 * Units    a line is a whole number from 0 to 100, left to right. `ordinalValue` is what a choice counts: where a prompt
 *          is reversed, it is reversed here.
 * Missing  an answer that adds nothing has no `ordinalValue`; it is not a zero.
 */
export const fhirQuestionnaire = (
  { structure, wording }: Instrument,
  bands: ReadonlySet<AgeBand>,
  words: ReportWords,
): Questionnaire => {
  const asking: Asking = { structure, wording, words };
  return {
    resourceType: "Questionnaire",
    id: `${structure.id}-v${structure.version}`,
    url: nameOf("questionnaire", structure.id),
    version: String(structure.version),
    name: "NeurodiversityProfile",
    title: wording.title,
    status: "active",
    subjectType: ["Patient"],
    language: wording.language,
    copyright: structure.licence,
    item: [lovesGroup(words), ...structure.strands.map((strand) => strandGroup(asking, strand, bands))],
  };
};

interface Asking extends Instrument {
  readonly words: ReportWords;
}

const text = (linkId: string, asked: string): QuestionnaireItem => ({ linkId, text: asked, type: "text" });

const lovesGroup = (words: ReportWords): QuestionnaireItem => ({
  linkId: LOVES.group,
  text: words.data.about,
  type: "group",
  item: [text(LOVES.loves, words.data.loves), text(LOVES.easier, words.data.easier)],
});

const strandGroup = (asking: Asking, strand: Strand, bands: ReadonlySet<AgeBand>): QuestionnaireItem => {
  const { wording, words } = asking;
  const spoken = wording.strands[strand.id];
  const ids = linkIds(strand.id);
  const { adult } = words.blank;
  return {
    linkId: ids.group,
    text: spoken?.heading ?? strand.id,
    type: "group",
    item: [
      { linkId: ids.line, text: wording.question, type: "integer", extension: WHOLE_LINE },
      choice(ids.instead, words.data.instead, [
        ...INSTEAD_OF_A_MARK.map((code) => option("instead-of-a-mark", code, words.says[code])),
        option("instead-of-a-mark", SEEN_DIFFERENTLY, words.data.seenDifferently),
      ]),
      choice(
        ids.how,
        words.data.how,
        HOW_MADE.map((code) => option("how-the-mark-was-made", code, words.data.howMade[code])),
      ),
      { linkId: ids.understoodBy, text: words.data.understoodBy, type: "string" },
      text(ids.goesWell, adult.goesWell),
      { linkId: ids.pinned, text: words.data.pinned, type: "boolean" },
      text(ids.harder, adult.harder),
      text(ids.helps, adult.helps),
      text(ids.takesOut, adult.takesOut),
      ...(strand.pattern === undefined
        ? []
        : [
            choice(
              ids.pattern,
              words.blank.pattern,
              strand.pattern.map((code) => option("pattern", code, spoken?.pattern?.[code] ?? code)),
            ),
          ]),
      ...strand.prompts
        .filter((prompt) => prompt.bands.some((band) => bands.has(band)))
        .map((prompt) => promptItem(asking, strand, prompt)),
    ],
  };
};

const promptItem = (asking: Asking, strand: Strand, prompt: Prompt): QuestionnaireItem => {
  const { wording, words } = asking;
  const offered = asking.structure.choices.filter(({ onlyIn }) => onlyIn === undefined || prompt.skill === true);
  return choice(prompt.id, wording.strands[strand.id]?.prompts[prompt.id] ?? prompt.id, [
    ...offered.map((each) => pointsOption(each, prompt, wording.choices[each.id] ?? each.id)),
    ...NO_POINTS.map((code) => option("no-points", code, words.earlierAnswer[code])),
  ]);
};

const pointsOption = (each: Choice, prompt: Prompt, display: string): QuestionnaireItemAnswerOption => ({
  ...option("choice", each.id, display),
  extension: [{ url: ORDINAL, valueDecimal: pointsOf(prompt, each.points) }],
});

const HIGHEST_POINTS = 4;

/** What a choice counts towards a line: [Note: Missing is not zero] has no part in it. */
const pointsOf = (prompt: Prompt, points: number): number =>
  prompt.reversed === true ? HIGHEST_POINTS - points : points;

const choice = (
  linkId: string,
  asked: string,
  answerOption: readonly QuestionnaireItemAnswerOption[],
): QuestionnaireItem => ({ linkId, text: asked, type: "choice", answerOption: [...answerOption] });

const option = (system: string, code: string, display: string): QuestionnaireItemAnswerOption => ({
  valueCoding: { system: codeSystem(system), code, display },
});

const WHOLE_LINE = [
  { url: "http://hl7.org/fhir/StructureDefinition/minValue", valueInteger: 0 },
  { url: "http://hl7.org/fhir/StructureDefinition/maxValue", valueInteger: 100 },
];
