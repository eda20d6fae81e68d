import { z } from "zod";
import { AgeBand } from "./age-band";
import { LanguageTag, Slug } from "./ids";

const Text = z.string().trim().min(1, "the text is empty").max(600);

/** One way to answer a prompt; `onlyIn` keeps it to prompts that ask about a skill under school age. */
export const Choice = z.strictObject({
  id: Slug,
  points: z.int().min(0, "points run from 0 to 4").max(4, "points run from 0 to 4"),
  onlyIn: z.literal("skills-under-school-age").optional(),
});
export type Choice = z.infer<typeof Choice>;

export const Prompt = z.strictObject({
  id: Slug,
  bands: z.array(AgeBand).min(1, "a prompt needs a band"),
  reversed: z.boolean().optional(),
  skill: z.boolean().optional(),
});
export type Prompt = z.infer<typeof Prompt>;

export const SendArea = z.enum([
  "communication-and-interaction",
  "cognition-and-learning",
  "social-emotional-and-mental-health",
  "sensory-and-physical",
]);
export type SendArea = z.infer<typeof SendArea>;

/** One line of the profile. `pattern` names the words that may say how it goes beside the mark. */
export const Strand = z.strictObject({
  id: Slug,
  sendAreas: z.array(SendArea).min(1),
  pattern: z.array(Slug).min(2).optional(),
  prompts: z.array(Prompt),
});
export type Strand = z.infer<typeof Strand>;

/**
 * The bones of a profile questionnaire: what is asked, in which order, and what an answer is worth. No words.
 *
 * Source  questionnaires/<id>/v<N>/structure.json
 */
export const Structure = z.strictObject({
  format: z.literal(1),
  id: Slug,
  version: z.int().min(1),
  licence: z.string().min(1),
  bands: z.array(AgeBand).min(1),
  choices: z.array(Choice).min(2),
  strands: z.array(Strand).min(1),
});
export type Structure = z.infer<typeof Structure>;

/** What stands under the line at its left, its middle and its right. */
export const Places = z.strictObject({ left: Text, middle: Text, right: Text });
export type Places = z.infer<typeof Places>;

const StrandWording = z.strictObject({
  heading: Text,
  family: Text,
  short: Text,
  descriptions: z.partialRecord(AgeBand, Places),
  pattern: z.record(Slug, Text).optional(),
  prompts: z.record(Slug, Text),
});

/**
 * The words of one questionnaire version in one language.
 *
 * Shape   keys follow the structure; `line` is for adults, `lineForChild` for the child's own voice.
 * Source  questionnaires/<id>/v<N>/<language>.json
 */
export const Wording = z.strictObject({
  language: LanguageTag,
  title: Text,
  question: Text,
  line: Places,
  lineForChild: Places,
  choices: z.record(Slug, Text),
  strands: z.record(Slug, StrandWording),
});
export type Wording = z.infer<typeof Wording>;
export type StrandWording = z.infer<typeof StrandWording>;

/** A structure with its words, checked against each other. */
export interface Instrument {
  readonly structure: Structure;
  readonly wording: Wording;
}

/** Which questionnaire, version and words a profile was made with; kept with it for good. */
export const InstrumentRef = z.looseObject({ id: Slug, version: z.int().min(1), language: LanguageTag });
export type InstrumentRef = z.infer<typeof InstrumentRef>;
