import { z } from "zod";
import { Id, Slug } from "./ids";
import { FromPaper } from "./paper";
import { PlainDate } from "./plain-date";
import { Section, sectionsBy, Words } from "./section";
import { BodyVersion } from "./operation";

/** Where something is tried. */
export const Setting = z.enum(["home", "early-years", "school-or-college", "community"]);
export type Setting = z.infer<typeof Setting>;

/** The strands that the young person and family chose to work on first, in their order; three at most. */
export const WorkOnFirst = Section.extend({ strandIds: z.array(Slug).max(3) });
export type WorkOnFirst = z.infer<typeof WorkOnFirst>;

/** How near people are to the goal, as they say it. Words and no points: nothing is worked out from them. */
export const HOW_CLOSE = ["at-the-start", "a-little-way", "half-way", "nearly-there", "there"] as const;

/**
 * What the child or young person wants, in their own words, and how close people say they are.
 *
 * Shape    `howClose` is one of `HOW_CLOSE`, or what a newer version calls it; `howCloseWords` says it in a line.
 * Missing  an empty `howClose` was not said; it is not the start.
 */
export const Goal = Section.extend({
  words: Words,
  howClose: z.string().max(60).default(""),
  howCloseWords: Words,
  paper: FromPaper.optional(),
});
export type Goal = z.infer<typeof Goal>;

/**
 * The strategy that an action was made from, with what it says about when not, whom to ask first and when to stop.
 *
 * Shape    copied with the action's words, so that it is read where the strategies are not.
 * Missing  an empty `notFor` or `checkWith` is a strategy that names none.
 */
export const Idea = z.looseObject({
  strategyId: z.string().max(120),
  strategyVersion: z.int().min(1),
  notFor: Words,
  checkWith: Words,
  stopIf: Words,
});
export type Idea = z.infer<typeof Idea>;

/**
 * One thing to try.
 *
 * Shape    `changes` says who does something differently: the child, or the adults and the place. `idea` stays as it
 *          was taken, however the words of the action are changed.
 * Missing  a person is only asked until they say yes; an empty text has not been filled in; without `idea` the action
 *          is people's own.
 */
export const Action = Section.extend({
  order: z.int(),
  strandId: Slug.or(z.literal("")).default(""),
  what: Words,
  setting: Setting.or(z.literal("")).default(""),
  whoId: Id.or(z.literal("")).default(""),
  asked: z.enum(["not-yet", "asked", "yes"]).default("not-yet"),
  changes: z.enum(["adults-or-place", "child", "not-said"]).default("not-said"),
  from: PlainDate.or(z.literal("")).default(""),
  howWeKnow: Words,
  childThinks: Words,
  idea: Idea.optional(),
  paper: FromPaper.optional(),
});
export type Action = z.infer<typeof Action>;

/** Something that would help and is not available here; counted for the area and printed. */
export const NotAvailable = Section.extend({ order: z.int(), what: Words, paper: FromPaper.optional() });
export type NotAvailable = z.infer<typeof NotAvailable>;

/** When the plan is looked at again, and the call before that. An empty day means that it was offered and not set. */
export const ReviewOffer = Section.extend({
  reviewOn: PlainDate.or(z.literal("")).default(""),
  callOn: PlainDate.or(z.literal("")).default(""),
});
export type ReviewOffer = z.infer<typeof ReviewOffer>;

export interface PlanSections {
  readonly goal?: Goal;
  readonly "work-on-first"?: WorkOnFirst;
  readonly "review-offer"?: ReviewOffer;
  readonly [action: `action/${string}`]: Action;
  readonly [gap: `not-available/${string}`]: NotAvailable;
}

const schemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["goal", Goal],
  ["work-on-first", WorkOnFirst],
  ["review-offer", ReviewOffer],
  ["action", Action],
  ["not-available", NotAvailable],
]);

/** What people will try, by section; belongs to the profile it was made from. */
export const PlanBody = z.looseObject({
  schemaVersion: BodyVersion,
  profileId: Id,
  sections: sectionsBy((sectionId) => schemas.get(sectionId.split("/")[0] ?? "")).transform(
    (sections) => sections as unknown as PlanSections,
  ),
});
export type PlanBody = z.infer<typeof PlanBody>;
