import { z } from "zod";
import { Id, Slug } from "./ids";
import { PlainDate } from "./plain-date";
import { Section, sectionsBy, Words } from "./section";

/** Where something is tried. */
export const Setting = z.enum(["home", "early-years", "school-or-college", "community"]);
export type Setting = z.infer<typeof Setting>;

/** The strands that the young person and family chose to work on first, in their order; three at most. */
export const WorkOnFirst = Section.extend({ strandIds: z.array(Slug).max(3) });
export type WorkOnFirst = z.infer<typeof WorkOnFirst>;

/**
 * One thing to try.
 *
 * Shape    `changes` says who does something differently: the child, or the adults and the place.
 * Missing  a person is only asked until they say yes; an empty text has not been filled in.
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
});
export type Action = z.infer<typeof Action>;

/** Something that would help and is not available here; counted for the area and printed. */
export const NotAvailable = Section.extend({ order: z.int(), what: Words });
export type NotAvailable = z.infer<typeof NotAvailable>;

/** When the plan is looked at again, and the call before that. An empty day means that it was offered and not set. */
export const ReviewOffer = Section.extend({
  reviewOn: PlainDate.or(z.literal("")).default(""),
  callOn: PlainDate.or(z.literal("")).default(""),
});
export type ReviewOffer = z.infer<typeof ReviewOffer>;

export interface PlanSections {
  readonly "work-on-first"?: WorkOnFirst;
  readonly "review-offer"?: ReviewOffer;
  readonly [action: `action/${string}`]: Action;
  readonly [gap: `not-available/${string}`]: NotAvailable;
}

const schemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["work-on-first", WorkOnFirst],
  ["review-offer", ReviewOffer],
  ["action", Action],
  ["not-available", NotAvailable],
]);

/** What people will try, by section; belongs to the profile it was made from. */
export const PlanBody = z.looseObject({
  schemaVersion: z.int().min(1),
  profileId: Id,
  sections: sectionsBy((sectionId) => schemas.get(sectionId.split("/")[0] ?? "")).transform(
    (sections) => sections as unknown as PlanSections,
  ),
});
export type PlanBody = z.infer<typeof PlanBody>;
