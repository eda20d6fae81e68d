import { z } from "zod";
import { Id } from "./ids";
import { PlanBody } from "./plan";
import { ProfileBody } from "./profile";
import { Words } from "./section";

/** One person's different view while it is still being written down; `id` tells rows apart and is not kept. */
export const DifferentView = z.looseObject({
  id: Id,
  personId: Id.or(z.literal("")).default(""),
  where: Words,
  words: Words,
});
export type DifferentView = z.infer<typeof DifferentView>;

/**
 * How people mean to finish, before they do. It is no part of the profile.
 *
 * Missing  an empty `way` has not been chosen; views stay while another way is chosen, and then do not count.
 */
export const Finishing = z.looseObject({
  way: z.enum(["for-today", "right-for-today", "seen-differently"]).or(z.literal("")).default(""),
  views: z.array(DifferentView).default([]),
});
export type Finishing = z.infer<typeof Finishing>;

/**
 * The device was handed to one person, with one part of the visit and nothing else.
 *
 * Shape  `to` is that part, as `place` names it: `pages/about-me/<person>`, `strands/energy`.
 */
export const HandedTo = z.looseObject({ personId: Id, to: z.string().min(1).max(200) });
export type HandedTo = z.infer<typeof HandedTo>;

/**
 * A visit that is not finished: one draft, on one device, of the profile and its plan.
 *
 * Shape  `place` is the last page inside the visit, so that a reopened app lands on the same strand; `left` says that
 *        the practitioner left it on purpose, so that the app does not go there by itself. `handedTo` is there for as
 *        long as somebody else has the device in their hands. `beforeMove` is the profile as it was before it was
 *        moved to newer words, for as long as that can be taken back.
 */
export const Visit = z.looseObject({
  profileId: Id,
  planId: Id,
  caseId: Id,
  profile: ProfileBody,
  plan: PlanBody,
  place: z.string().max(200).default("start").catch("start"),
  left: z.boolean().default(false),
  handedTo: HandedTo.optional(),
  finishing: Finishing.optional(),
  beforeMove: ProfileBody.optional().catch(undefined),
});
export type Visit = z.infer<typeof Visit>;
