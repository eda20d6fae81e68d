import { z } from "zod";
import { AgeBand } from "./age-band";
import { Amendment } from "./amendment";
import { Answer } from "./answer";
import { Id, Slug } from "./ids";
import { InstrumentRef } from "./instrument";
import { Mark } from "./mark";
import { FromPaper } from "./paper";
import { PageSection, type PageSections } from "./page";
import { Section, sectionsBy, Words } from "./section";
import { BodyVersion } from "./operation";

/**
 * How much people mean to talk about, and, for today's worry, which strands.
 *
 * Shape    `kind` is one of `whole`, `worry`, `two-visits`, or what a newer version calls it. `strandIds` stay when
 *          another length is chosen, so that choosing the first again brings them back.
 * Missing  before there were lengths (version 1) it was the whole picture; today's worry without strands has not been
 *          narrowed yet.
 */
export const Length = z.looseObject({ kind: z.string().max(40), strandIds: z.array(Slug).default([]) });
export type Length = z.infer<typeof Length>;

/** What the conversation was made with: the questionnaire, its words, the age band, how much of it, who led it and when it began. */
export const Frame = Section.extend({
  instrument: InstrumentRef,
  band: AgeBand,
  childId: Id,
  ledBy: Id,
  startedAtMs: z.int(),
  practice: z.boolean(),
  length: Length.default({ kind: "whole", strandIds: [] }),
});
export type Frame = z.infer<typeof Frame>;

/** Nobody, a professional, or an adult relative who insisted; with a relative the safety questions stay closed. */
export const Interpreter = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("none") }),
  z.looseObject({ kind: z.literal("professional"), name: z.string().max(80) }),
  z.looseObject({ kind: z.literal("relative-insisted"), name: z.string().max(80), reason: Words }),
]);
export type Interpreter = z.infer<typeof Interpreter>;

/** Who is in the room, and how they understand each other. `rightChild` is said before anything is opened. */
export const Here = Section.extend({
  rightChild: z.boolean().default(false),
  presentIds: z.array(Id).default([]),
  languageToday: z.string().max(80).default(""),
  interpreter: Interpreter.default({ kind: "none" }),
});
export type Here = z.infer<typeof Here>;

/** One of the four steps of the Mental Capacity Act, with help given: can they … */
export const CapacityStep = z.enum(["understand", "remember", "weigh", "tell"]);
export type CapacityStep = z.infer<typeof CapacityStep>;

/** A no that was taken back later in the same visit, in the words it was said in. */
export const EarlierNo = z.looseObject({
  words: Words,
  decidedById: Id.or(z.literal("")).default(""),
  takenBackAtMs: z.int(),
});
export type EarlierNo = z.infer<typeof EarlierNo>;

/**
 * Who agreed to make the profile, by age and understanding, in their words.
 *
 * Missing  `undecided` is not a yes; a visit goes on to the strands only from a yes.
 */
export const Agreement = Section.extend({
  privacyLimitSaid: z.boolean().default(false),
  understands: z.enum(["yes", "no", "not-said"]).default("not-said"),
  decision: z.enum(["undecided", "yes", "no"]).default("undecided"),
  decidedById: Id.or(z.literal("")).default(""),
  words: Words,
  childWish: Words,
  capacityDoubt: z.boolean().default(false),
  capacitySteps: z.partialRecord(CapacityStep, z.boolean()).default({}),
  capacityHelp: Words,
  earlierNos: z.array(EarlierNo).default([]),
});
export type Agreement = z.infer<typeof Agreement>;

/** What one person says the child loves, and the one thing they would like to be easier. */
export const Loves = Section.extend({ loves: Words, easier: Words });
export type Loves = z.infer<typeof Loves>;

/**
 * One person's mark and words on one strand.
 *
 * Shape    `answersByPromptId` keeps each choice beside its points; `strengthPinned` pins `goesWell` as a strength;
 *          `paperByField` says of words that were copied from a page which page that was.
 * Missing  an empty text is no words; a mark of kind `none` is no mark; an absent answer was not asked.
 */
export const Voice = Section.extend({
  mark: Mark.default({ kind: "none" }),
  goesWell: Words,
  strengthPinned: z.boolean().default(false),
  harder: Words,
  helps: Words,
  takesOut: Words,
  pattern: Slug.or(z.literal("")).default(""),
  answersByPromptId: z.record(Slug, Answer).default({}),
  paperByField: z.record(z.string(), FromPaper).optional(),
});
export type Voice = z.infer<typeof Voice>;

/**
 * A mark that people placed together, or the finished answer that they see it differently.
 */
export const Agreed = Section.extend({
  outcome: z.discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("none") }),
    z.looseObject({ kind: z.literal("placed"), mark: Mark }),
    z.looseObject({ kind: z.literal("differently"), atMs: z.int() }),
  ]),
});
export type Agreed = z.infer<typeof Agreed>;

/** How one strand is talked about: marks apart or together, who said go on, and whose band describes the line. */
export const StrandTalk = Section.extend({
  togetherSinceMs: z.int().nullable().default(null),
  saidGoOnIds: z.array(Id).default([]),
  descriptionsBand: AgeBand.optional(),
});
export type StrandTalk = z.infer<typeof StrandTalk>;

/** The three ways to finish; after it the profile is immutable, and what is put right is an amendment. */
export const Finish = Section.extend({
  outcome: z.discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("for-today") }),
    z.looseObject({ kind: z.literal("right-for-today") }),
    z.looseObject({
      kind: z.literal("seen-differently"),
      views: z.array(z.looseObject({ personId: Id, where: Words, words: Words })),
    }),
  ]),
  atMs: z.int(),
});
export type Finish = z.infer<typeof Finish>;

export interface ProfileSections extends PageSections {
  readonly frame: Frame;
  readonly here?: Here;
  readonly agreement?: Agreement;
  readonly finish?: Finish;
  readonly [loves: `loves/${string}`]: Loves;
  readonly [voice: `voice/${string}/${string}`]: Voice;
  readonly [agreed: `agreed/${string}`]: Agreed;
  readonly [talk: `talk/${string}`]: StrandTalk;
  readonly [amendment: `amendment/${string}`]: Amendment;
}

const schemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["frame", Frame],
  ["here", Here],
  ["agreement", Agreement],
  ["finish", Finish],
]);
const schemasByPrefix: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["loves", Loves],
  ["voice", Voice],
  ["agreed", Agreed],
  ["talk", StrandTalk],
  ["amendment", Amendment],
  ["page", PageSection],
]);

/**
 * One conversation: everything that was marked and said, by section.
 *
 * Errors  a body without `frame` is not a profile.
 */
export const ProfileBody = z.looseObject({
  schemaVersion: BodyVersion,
  sections: sectionsBy(
    (sectionId) => schemas.get(sectionId) ?? schemasByPrefix.get(sectionId.split("/")[0] ?? ""),
  ).transform((sections, context) => {
    if (sections["frame"] === undefined) {
      context.addIssue({ code: "custom", path: ["frame"], message: "the frame is missing", input: undefined });
    }
    return sections as unknown as ProfileSections;
  }),
});
export type ProfileBody = z.infer<typeof ProfileBody>;

/** A profile with its own id and the case that it belongs to. */
export interface Profile {
  readonly id: Id;
  readonly caseId: Id;
  readonly body: ProfileBody;
}

export const voiceOf = (sections: ProfileSections, strandId: string, personId: string): Voice | undefined =>
  sections[`voice/${strandId}/${personId}`];

/** Everyone who has a section on a strand, in the order in which the sections were made. */
export const voicesOn = (sections: ProfileSections, strandId: string): readonly { personId: Id; voice: Voice }[] => {
  const prefix = `voice/${strandId}/`;
  return Object.entries(sections)
    .filter((entry): entry is [string, Voice] => entry[0].startsWith(prefix))
    .map(([sectionId, voice]) => ({ personId: sectionId.slice(prefix.length), voice }));
};
