import type {
  Coding,
  Questionnaire,
  QuestionnaireItem,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from "fhir/r4";
import type { Answer } from "#core/schema/answer";
import type { PersonId } from "#core/schema/ids";
import { isUnderstoodBy, type Mark } from "#core/schema/mark";
import { type ProfileSections, type Voice, voiceOf } from "#core/schema/profile";
import { type FhirFrom, moment, nameOf } from "./fhir-from";
import { metaOf, referenceTo, subjectOf } from "./people";
import { canonicalOf, linkIds, LOVES, SEEN_DIFFERENTLY } from "./questionnaire";

/** A response and what the Bundle calls it. */
export interface NamedResponse {
  readonly name: string;
  readonly resource: QuestionnaireResponse;
}

/**
 * One response for each person who said or marked something, and one for what was agreed together.
 *
 * Shape    `source` is whose view it is; `author` is who led the conversation and worked the device.
 * Missing  what was not said has no item; a mark that was passed, or is too early, says so and has no number.
 */
export const responsesIn = (from: FhirFrom, questionnaire: Questionnaire): readonly NamedResponse[] => {
  const { sections } = from.view;
  const voices = from.view.people.flatMap(({ id }) =>
    response(from, questionnaire, id, (linkId) => saidBy(from, sections, id, linkId)),
  );
  return [...voices, ...response(from, questionnaire, undefined, (linkId) => agreedOn(from, sections, linkId))];
};

type Said = (linkId: string) => readonly AnswerTo[];
type AnswerTo = readonly [linkId: string, answer: QuestionnaireResponseItemAnswer];

const response = (
  from: FhirFrom,
  questionnaire: Questionnaire,
  personId: PersonId | undefined,
  said: Said,
): readonly NamedResponse[] => {
  const item = (questionnaire.item ?? []).flatMap((group) => answeredGroup(group, said(group.linkId)));
  if (item.length === 0) return [];
  const { frame, finish } = from.view.sections;
  const author = referenceTo(from, frame.ledBy);
  const source = personId === undefined ? undefined : referenceTo(from, personId);
  const name = nameOf("response", from.file.profile.id, personId ?? "together");
  return [
    {
      name,
      resource: {
        resourceType: "QuestionnaireResponse",
        ...metaOf(from),
        identifier: { system: nameOf("response"), value: `${from.file.profile.id}/${personId ?? "together"}` },
        questionnaire: canonicalOf(frame.instrument),
        status: finish === undefined ? "in-progress" : "completed",
        subject: subjectOf(from),
        authored: moment(finish?.atMs ?? frame.startedAtMs),
        ...(author === undefined ? {} : { author }),
        ...(source === undefined ? {} : { source }),
        item,
      },
    },
  ];
};

/** Items in the order in which they are asked, whatever the order in which they were said. */
const answeredGroup = (group: QuestionnaireItem, said: readonly AnswerTo[]): readonly QuestionnaireResponseItem[] => {
  const item = (group.item ?? []).flatMap(({ linkId, text, answerOption }) => {
    const answer = said.flatMap(([to, each]) => (to === linkId ? [withDisplay(each, answerOption)] : []));
    return answer.length === 0 ? [] : [{ linkId, ...(text === undefined ? {} : { text }), answer }];
  });
  return item.length === 0
    ? []
    : [{ linkId: group.linkId, ...(group.text === undefined ? {} : { text: group.text }), item }];
};

/** A choice is given in the very words in which it was offered. */
const withDisplay = (
  answer: QuestionnaireResponseItemAnswer,
  offered: QuestionnaireItem["answerOption"],
): QuestionnaireResponseItemAnswer => {
  const code = answer.valueCoding?.code;
  const found = offered?.find(({ valueCoding }) => valueCoding?.code === code)?.valueCoding;
  return code === undefined || found === undefined ? answer : { ...answer, valueCoding: found };
};

const saidBy = (from: FhirFrom, sections: ProfileSections, personId: PersonId, group: string): readonly AnswerTo[] => {
  if (group === LOVES.group) {
    const loves = sections[`loves/${personId}`];
    return [...words(LOVES.loves, loves?.loves), ...words(LOVES.easier, loves?.easier)];
  }
  const voice = voiceOf(sections, group, personId);
  return voice === undefined ? [] : voiceAnswers(from, group, voice);
};

const voiceAnswers = (from: FhirFrom, strandId: string, voice: Voice): readonly AnswerTo[] => {
  const ids = linkIds(strandId);
  return [
    ...markAnswers(from, strandId, voice.mark),
    ...words(ids.goesWell, voice.goesWell),
    ...(voice.strengthPinned ? [[ids.pinned, { valueBoolean: true }] as const] : []),
    ...words(ids.harder, voice.harder),
    ...words(ids.helps, voice.helps),
    ...words(ids.takesOut, voice.takesOut),
    ...(voice.pattern === "" ? [] : [coded(ids.pattern, voice.pattern)]),
    ...Object.entries(voice.answersByPromptId).map(([promptId, answer]) => coded(promptId, codeOf(answer))),
  ];
};

const markAnswers = (from: FhirFrom, strandId: string, mark: Mark): readonly AnswerTo[] => {
  const ids = linkIds(strandId);
  switch (mark.kind) {
    case "none":
      return [];
    case "passed":
    case "too-early":
      return [coded(ids.instead, mark.kind)];
    case "placed": {
      const by = isUnderstoodBy(mark.how) ? referenceTo(from, mark.how.by)?.display : undefined;
      return [
        [ids.line, { valueInteger: mark.position }],
        coded(ids.how, mark.how.kind),
        ...words(ids.understoodBy, by),
      ];
    }
  }
};

const agreedOn = (from: FhirFrom, sections: ProfileSections, strandId: string): readonly AnswerTo[] => {
  const outcome = sections[`agreed/${strandId}`]?.outcome;
  if (outcome === undefined || outcome.kind === "none") return [];
  if (outcome.kind === "differently") return [coded(linkIds(strandId).instead, SEEN_DIFFERENTLY)];
  return markAnswers(from, strandId, outcome.mark);
};

const codeOf = (answer: Answer): string => {
  if (answer.kind === "answered") return answer.choice;
  return answer.kind === "missing" ? answer.why : answer.kind;
};

const words = (linkId: string, said: string | undefined): readonly AnswerTo[] =>
  said === undefined || said.trim() === "" ? [] : [[linkId, { valueString: said }]];

const coded = (linkId: string, code: string): AnswerTo => [linkId, { valueCoding: { code } satisfies Coding }];
