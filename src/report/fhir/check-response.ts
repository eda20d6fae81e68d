import { z } from "zod";
import type { FhirItem, FhirQuestionnaire } from "#core/questionnaire/from-fhir/fhir-questionnaire";
import type { ShapeFault } from "#core/schema/shape-faults";

const Answer = z.record(z.string(), z.unknown());
const fields = z.looseObject({
  linkId: z.string(),
  text: z.string().optional(),
  answer: z.array(Answer).default([]),
});

interface GivenItem extends z.infer<typeof fields> {
  readonly item?: readonly GivenItem[] | undefined;
}
const GivenItem: z.ZodType<GivenItem> = fields.extend({
  get item(): z.ZodOptional<z.ZodArray<z.ZodType<GivenItem>>> {
    return z.array(GivenItem).optional();
  },
});

/** As much of a FHIR R4 QuestionnaireResponse as is checked. */
export const FhirResponse = z.looseObject({
  resourceType: z.literal("QuestionnaireResponse"),
  questionnaire: z.string("a response says what it answers"),
  item: z.array(GivenItem).default([]),
});
export type FhirResponse = z.infer<typeof FhirResponse>;

/** What is wrong with a response beside the questionnaire that it answers: items, order, words, kinds and choices. */
export const responseFaults = (
  questionnaire: FhirQuestionnaire | undefined,
  response: FhirResponse,
): readonly ShapeFault[] =>
  questionnaire === undefined
    ? [{ path: "questionnaire", reason: "this questionnaire is not in the Bundle" }]
    : itemFaults(questionnaire.item, response.item, "item");

const itemFaults = (asked: readonly FhirItem[], given: readonly GivenItem[], at: string): readonly ShapeFault[] => {
  let before = -1;
  return given.flatMap(({ linkId, text, answer, item = [] }, index) => {
    const path = `${at}/${index}`;
    const place = asked.findIndex((each) => each.linkId === linkId);
    const question = asked[place];
    if (question === undefined) return [{ path, reason: "this is not asked here" }];
    const isInOrder = place > before;
    before = place;
    const isGroup = question.type === "group";
    return [
      ...said(path, isInOrder, "this does not stand where it is asked"),
      ...said(path, text === undefined || text === question.text, "this was asked in other words"),
      ...said(path, isGroup === (answer.length === 0), isGroup ? "a group has no answer" : "there is no answer"),
      ...said(path, answer.length <= 1 || question.repeats === true, "this is answered more than once"),
      ...answer.flatMap((each, at) =>
        said(`${path}/answer/${at}`, isAnswerTo(question, each), "this is no answer to it"),
      ),
      ...itemFaults(question.item ?? [], item, `${path}/item`),
    ];
  });
};

const said = (path: string, holds: boolean, reason: string): readonly ShapeFault[] => (holds ? [] : [{ path, reason }]);

const VALUE_OF: Readonly<Record<string, string>> = {
  integer: "valueInteger",
  boolean: "valueBoolean",
  date: "valueDate",
  string: "valueString",
  text: "valueString",
  choice: "valueCoding",
};

const isAnswerTo = (question: FhirItem, answer: Readonly<Record<string, unknown>>): boolean => {
  const [key = "", ...more] = Object.keys(answer);
  if (more.length > 0) return false;
  if (question.type === "open-choice" && key === "valueString") return true;
  if (key !== (VALUE_OF[question.type === "open-choice" ? "choice" : question.type] ?? "")) return false;
  const value = answer[key];
  if (key === "valueInteger") return typeof value === "number" && isWithin(question, value);
  if (key !== "valueCoding") return true;
  const { system, code } = value as { readonly system?: string; readonly code?: string };
  return (question.answerOption ?? []).some(
    ({ valueCoding }) => valueCoding?.system === system && valueCoding?.code === code,
  );
};

/** The bounds of an integer are said by extensions; without them there are none. */
const isWithin = (question: FhirItem, value: number): boolean => {
  const bound = (name: string, otherwise: number): number => {
    const found = question.extension?.find(({ url }) => url.endsWith(`/${name}`))?.["valueInteger"];
    return typeof found === "number" ? found : otherwise;
  };
  return value >= bound("minValue", -Infinity) && value <= bound("maxValue", Infinity);
};
