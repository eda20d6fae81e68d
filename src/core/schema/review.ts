import { z } from "zod";
import { Id } from "./ids";
import { PlainDate } from "./plain-date";
import { Section, sectionsBy, Words } from "./section";
import { BodyVersion } from "./operation";

/** Whether something in the plan was tried. Words and no points: nothing is worked out from them. */
export const TRIED = ["yes", "a-little", "not-yet", "could-not"] as const;

/** Whether it helped, as one person says it. */
export const HELPED = ["yes", "a-bit", "no", "hard-to-say"] as const;

/** What people do with it next. */
export const WHAT_NEXT = ["carry-on", "change-it", "stop", "done"] as const;

/** Whether the one person who holds the whole is still the right one, as one person says it. */
export const RIGHT_PERSON = ["yes", "no", "talk-about-it"] as const;

const Said = z.string().max(60).default("");

/** Who led the talk about the plan, when it was begun and finished, and who was there. */
export const ReviewFrame = Section.extend({
  ledBy: Id,
  startedAtMs: z.int(),
  finishedAtMs: z.int(),
  practice: z.boolean(),
  presentIds: z.array(Id).default([]),
});
export type ReviewFrame = z.infer<typeof ReviewFrame>;

/**
 * What became of one action of the plan.
 *
 * Shape    its section id is `action/<id of the action>`; `tried` is one of `TRIED` and `next` one of `WHAT_NEXT`, or
 *          what a newer version calls it.
 * Missing  an empty choice was not said: it is neither "not yet" nor "stop".
 */
export const ReviewedAction = Section.extend({ tried: Said, next: Said, nextWords: Words });
export type ReviewedAction = z.infer<typeof ReviewedAction>;

/**
 * Whether an action helped, in one person's own words.
 *
 * Shape    its section id is `action/<id of the action>/<id of the person>`, so that it can be hidden by itself.
 * Missing  an empty `helped` was not said; it is not "no".
 */
export const HelpedAsSaid = Section.extend({ helped: Said, words: Words });
export type HelpedAsSaid = z.infer<typeof HelpedAsSaid>;

/**
 * How close to the goal one person says they are, in their own words.
 *
 * Shape  its section id is `goal/<id of the person>`; `howClose` as in a plan's goal.
 */
export const GoalAsSaid = Section.extend({ howClose: Said, words: Words });
export type GoalAsSaid = z.infer<typeof GoalAsSaid>;

/**
 * Whether somebody is still the right person for this family, in one person's own words.
 *
 * Shape  its section id is `right-person/<id of the person who says it>`; `aboutId` is who was asked about.
 */
export const RightPerson = Section.extend({ aboutId: Id, answer: Said, words: Words });
export type RightPerson = z.infer<typeof RightPerson>;

/** What happens next overall. An empty day means that a day was offered and not set. */
export const ReviewNext = Section.extend({ words: Words, reviewOn: PlainDate.or(z.literal("")).default("") });
export type ReviewNext = z.infer<typeof ReviewNext>;

/**
 * The sections of a review by id.
 *
 * Shape  `action/a` and `action/a/p` are different sections, which a type cannot tell apart by their beginning: they
 *        are read with src/core/review/said-in-review.ts.
 */
export interface ReviewSections {
  readonly frame: ReviewFrame;
  readonly next?: ReviewNext;
  readonly [other: string]: unknown;
}

const schemaFor = (sectionId: string): z.ZodType | undefined => {
  const [kind, ...ids] = sectionId.split("/");
  if (sectionId === "frame") return ReviewFrame;
  if (sectionId === "next") return ReviewNext;
  if (kind === "action" && ids.length === 1) return ReviewedAction;
  if (kind === "action" && ids.length === 2) return HelpedAsSaid;
  if (kind === "goal" && ids.length === 1) return GoalAsSaid;
  if (kind === "right-person" && ids.length === 1) return RightPerson;
  return undefined;
};

/**
 * One time that people looked at a plan again: what was tried, whether it helped and in whose words, what comes next.
 * Belongs to the plan, and so to the profile that the plan was made from. Never a score.
 *
 * Errors  a body without `frame` is not a review.
 */
export const ReviewBody = z.looseObject({
  schemaVersion: BodyVersion,
  profileId: Id,
  planId: Id,
  sections: sectionsBy(schemaFor).transform((sections, context) => {
    if (sections["frame"] === undefined) {
      context.addIssue({ code: "custom", path: ["frame"], message: "the frame is missing", input: undefined });
    }
    return sections as unknown as ReviewSections;
  }),
});
export type ReviewBody = z.infer<typeof ReviewBody>;
