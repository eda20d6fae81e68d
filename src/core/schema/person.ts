import { z } from "zod";
import { Id } from "./ids";

/** Which of the four kinds of voice a person has: it decides shape and colour, never weight. */
export const VoiceKind = z.enum(["child", "family", "setting", "practitioner"]);
export type VoiceKind = z.infer<typeof VoiceKind>;

export const ParentalResponsibility = z.enum(["yes", "no", "shared-with-council", "court-limits", "not-known"]);
export type ParentalResponsibility = z.infer<typeof ParentalResponsibility>;

/**
 * What a name must be: 1 to 80 characters of any script, kept as written.
 *
 * Missing  white space alone is no name.
 */
export const PersonName = z
  .string()
  .trim()
  .min(1, { error: "name-missing" })
  .max(80, { error: "name-too-long" })
  .refine((name) => !/[\u0000-\u001f\u007f]/.test(name), { error: "name-control-characters" })
  .refine((name) => name.isWellFormed(), { error: "name-control-characters" });

/**
 * Somebody around the child, or the child; a voice if they give their view.
 *
 * Shape  `childCalls` is what the child calls them and is shown where there is one; `role` comes from the area's list.
 */
export const Person = z.looseObject({
  id: Id,
  name: PersonName,
  childCalls: z.string().max(80).default(""),
  kind: VoiceKind,
  role: z.string(),
  parentalResponsibility: ParentalResponsibility.or(z.string()).default("not-known"),
  mustNotReceive: z.boolean().default(false),
});
export type Person = z.infer<typeof Person>;

/** The name a family would say: what the child calls them, else their name. */
export const shownName = (person: Person): string => person.childCalls.trim() || person.name;
