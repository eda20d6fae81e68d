import { z } from "zod";
import { LanguageTag, Slug } from "./ids";
import { VoiceKind } from "./person";
import { PlainDate } from "./plain-date";

/** How much a questionnaire may hold. `levels` counts the item itself; `conditionParts` counts every part of one `showWhen`. */
export const QUESTIONNAIRE_LIMITS = { items: 2_000, levels: 8, conditionParts: 50, text: 600 } as const;

/** Words as they stand in a questionnaire: never empty, never half a character, no control character but a line break. */
const QuestionText = z
  .string()
  .trim()
  .min(1, "the text is empty")
  .max(QUESTIONNAIRE_LIMITS.text, `the text is longer than ${QUESTIONNAIRE_LIMITS.text} characters`)
  .refine(isPlainText, "the text holds a control character, or half of a character");

/** A function and not a `const`: it is used above. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text);
}

// "constructor" is a name that every object seems to have words for.
const Name = Slug.refine((name) => name !== "constructor", '"constructor" cannot be a name');
/** Short enough that the id of a page's section, with a questionnaire, a page and a person in it, has room. */
const ShortName = Name.max(60, "this name is longer than 60 characters");

/** The answer that a condition compares with: a choice's id, yes or no, a whole number, a day. */
const Compared = z.union(
  [z.string().max(120), z.int(), z.boolean()],
  "use a choice, a day, a whole number, true or false",
);
const Ordered = z.union([PlainDate, z.int()], "use a whole number, or a day such as 2018-03-31");

/**
 * When an item is shown: what somebody answered to an item that comes before it.
 *
 * Missing  what was passed, skipped, not known or does not apply is not `answered`, equals nothing, and is neither
 *          greater nor less than anything.
 */
export type Condition =
  | { readonly test: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly test: "not"; readonly of: Condition }
  | ItemTest;
export type ItemTest =
  | { readonly test: "answered"; readonly item: Slug }
  | { readonly test: "equals"; readonly item: Slug; readonly value: string | number | boolean }
  | { readonly test: "greater"; readonly item: Slug; readonly value: string | number }
  | { readonly test: "less"; readonly item: Slug; readonly value: string | number };

export const Condition: z.ZodType<Condition> = z.discriminatedUnion(
  "test",
  [
    z.strictObject({ test: z.literal("answered"), item: Slug }),
    z.strictObject({ test: z.literal("equals"), item: Slug, value: Compared }),
    z.strictObject({ test: z.literal("greater"), item: Slug, value: Ordered }),
    z.strictObject({ test: z.literal("less"), item: Slug, value: Ordered }),
    z.strictObject({
      test: z.enum(["all", "any"]),
      get of(): z.ZodArray<z.ZodType<Condition>> {
        return z.array(Condition).min(1, "a condition of no parts");
      },
    }),
    z.strictObject({
      test: z.literal("not"),
      get of(): z.ZodType<Condition> {
        return Condition;
      },
    }),
  ],
  'use { "test": … } with answered, equals, greater, less, all, any or not',
);

/**
 * One answer that can be chosen.
 *
 * Units    points are a whole number from 0 to 100, as the questionnaire's own rules mean them.
 * Shape    `picture` names a picture that stands beside the words.
 * Missing  no points: choosing it adds nothing and is not a zero.
 */
export const ItemChoice = z.strictObject({
  id: Name,
  points: z.int().min(0).max(100).optional(),
  picture: Name.optional(),
});
export type ItemChoice = z.infer<typeof ItemChoice>;

/**
 * A group that is asked several times: once for each of the people on the record of these kinds or roles, or as often
 * as somebody adds another.
 */
export const Repeat = z.discriminatedUnion(
  "each",
  [
    z
      .strictObject({
        each: z.literal("person"),
        kinds: z.array(VoiceKind).default([]),
        roles: z.array(z.string().trim().min(1).max(80)).default([]),
      })
      .refine(({ kinds, roles }) => kinds.length + roles.length > 0, "name a kind of voice or a role"),
    z.strictObject({
      each: z.literal("added"),
      most: z.int().min(2, "a group that repeats needs room for two").max(50),
    }),
  ],
  'use { "each": "person", "kinds": […], "roles": […] } or { "each": "added", "most": … }',
);
export type Repeat = z.infer<typeof Repeat>;

const placed = { id: Name, showWhen: Condition.optional() };
const asked = { ...placed, required: z.boolean().optional() };
const choices = z.array(ItemChoice).min(1, "there is nothing to choose from");
const reversed = z.boolean().optional();

const Note = z.strictObject({ kind: z.literal("note"), ...placed });
const OneChoice = z.strictObject({ kind: z.enum(["choice", "open-choice"]), ...asked, choices, reversed });
const SeveralChoices = z.strictObject({
  kind: z.literal("choices"),
  ...asked,
  choices,
  open: z.boolean().optional(),
  reversed,
});
const Plain = z.strictObject({ kind: z.enum(["text", "boolean", "integer", "date"]), ...asked });

/** Items that belong together under one heading; itself not asked. */
export interface Group {
  readonly kind: "group";
  readonly id: Slug;
  readonly showWhen?: Condition | undefined;
  readonly repeat?: Repeat | undefined;
  readonly items: readonly Item[];
}
export type AskedItem = z.infer<typeof OneChoice> | z.infer<typeof SeveralChoices> | z.infer<typeof Plain>;
export type Item = Group | z.infer<typeof Note> | AskedItem;

/**
 * One thing on a page.
 *
 * Shape  `open-choice`, and `choices` that are `open`, also take somebody's own words; `note` is only read. `reversed`
 *        turns the points of the choices round.
 */
export const Item: z.ZodType<Item> = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("group"),
      ...placed,
      repeat: Repeat.optional(),
      get items(): z.ZodArray<z.ZodType<Item>> {
        return z.array(Item).min(1, "this group is empty");
      },
    }),
    Note,
    OneChoice,
    SeveralChoices,
    Plain,
  ],
  "use one of these kinds: group, note, choice, open-choice, choices, text, boolean, integer, date",
);

/**
 * One page: what is asked together.
 *
 * Shape  `printedIf` holds for what may stand in a document; without it all may. `notThroughRelative` closes the page
 *        while a relative interprets.
 */
export const QuestionnairePage = z.strictObject({
  id: ShortName,
  picture: Name.optional(),
  printedIf: Condition.optional(),
  notThroughRelative: z.literal(true).optional(),
  items: z.array(Item).min(1, "this page is empty"),
});
export type QuestionnairePage = z.infer<typeof QuestionnairePage>;

/**
 * For whom a questionnaire is, and when it is offered.
 *
 * Shape    `training` is a mark that whoever opens it must have. `marker` names the item whose choice is the picture
 *          that stands for the person who answers.
 * Units    a school year of England: Reception is 0, Year 9 is 9.
 * Missing  without `neverShared` it may stand on the shared screen; without `notFirstVisit` any visit may have it.
 */
export const QuestionnaireUse = z.strictObject({
  answeredBy: z.enum(["child", "anyone", "practitioner"]),
  fromSchoolYear: z.int().min(0).max(13).optional(),
  training: Name.optional(),
  neverShared: z.literal(true).optional(),
  notFirstVisit: z.literal(true).optional(),
  marker: Name.optional(),
});
export type QuestionnaireUse = z.infer<typeof QuestionnaireUse>;

/**
 * The bones of a questionnaire that is not the nine lines: its pages, what each asks, and when. No words.
 *
 * Source  questionnaires/<id>/v<N>/structure.json
 */
export const QuestionnaireStructure = z.strictObject({
  format: z.literal(1),
  id: ShortName,
  version: z.int().min(1),
  licence: z.string().trim().min(1, "say under which licence the words may be used").max(4_000),
  use: QuestionnaireUse.default({ answeredBy: "anyone" }),
  pages: z.array(QuestionnairePage).min(1, "a questionnaire needs a page"),
});
export type QuestionnaireStructure = z.infer<typeof QuestionnaireStructure>;

const ItemWording = z.strictObject({
  text: QuestionText,
  prefix: z.string().trim().min(1).max(20).refine(isPlainText).optional(),
  choices: z.record(Slug, QuestionText).optional(),
});
export type ItemWording = z.infer<typeof ItemWording>;

/**
 * The words of one questionnaire version in one language.
 *
 * Shape   keys follow the structure; a `prefix` stands before an item's text, such as "3b".
 * Source  questionnaires/<id>/v<N>/<language>.json
 */
export const QuestionnaireWording = z.strictObject({
  language: LanguageTag,
  title: QuestionText,
  pages: z.record(Slug, QuestionText),
  items: z.record(Slug, ItemWording),
});
export type QuestionnaireWording = z.infer<typeof QuestionnaireWording>;

/** A structure with its words, checked against each other. */
export interface Questionnaire {
  readonly structure: QuestionnaireStructure;
  readonly wording: QuestionnaireWording;
}

/** Whether an item is asked, and not only read or there to hold others. */
export const isAsked = (item: Item): item is AskedItem => item.kind !== "group" && item.kind !== "note";
