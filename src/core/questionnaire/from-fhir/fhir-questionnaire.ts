import { z } from "zod";

/**
 * As much of a FHIR R4 Questionnaire as is looked at. Everything is loose: what is not known is named as left out, and
 * never the reason for refusing the rest.
 *
 * Source  https://hl7.org/fhir/R4/questionnaire.html
 */
export const FhirExtension = z.looseObject({ url: z.string() });
export type FhirExtension = z.infer<typeof FhirExtension>;

const Extended = z.looseObject({
  extension: z.array(FhirExtension).optional(),
  modifierExtension: z.array(z.unknown()).optional(),
});

const Coding = Extended.extend({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
export type FhirCoding = z.infer<typeof Coding>;

const AnswerOption = Extended.extend({
  valueCoding: Coding.optional(),
  valueString: z.string().optional(),
  valueInteger: z.int().optional(),
});
export type FhirAnswerOption = z.infer<typeof AnswerOption>;

const EnableWhen = Extended.extend({
  question: z.string(),
  operator: z.string(),
  answerBoolean: z.boolean().optional(),
  answerInteger: z.int().optional(),
  answerDate: z.string().optional(),
  answerString: z.string().optional(),
  answerCoding: Coding.optional(),
});
export type FhirEnableWhen = z.infer<typeof EnableWhen>;

const ItemFields = Extended.extend({
  linkId: z.string().min(1, "the linkId is empty"),
  type: z.string(),
  text: z.string().optional(),
  prefix: z.string().optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  answerOption: z.array(AnswerOption).optional(),
  enableWhen: z.array(EnableWhen).optional(),
  enableBehavior: z.string().optional(),
});

export interface FhirItem extends z.infer<typeof ItemFields> {
  readonly item?: readonly FhirItem[] | undefined;
}

export const FhirItem: z.ZodType<FhirItem> = ItemFields.extend({
  get item(): z.ZodOptional<z.ZodArray<z.ZodType<FhirItem>>> {
    return z.array(FhirItem).optional();
  },
});

export const FhirQuestionnaire = Extended.extend({
  resourceType: z.literal("Questionnaire"),
  id: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  status: z.string().optional(),
  language: z.string().optional(),
  copyright: z.string().optional(),
  item: z.array(FhirItem).min(1, "nothing is asked here"),
});
export type FhirQuestionnaire = z.infer<typeof FhirQuestionnaire>;
