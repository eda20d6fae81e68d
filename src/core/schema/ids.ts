import { z } from "zod";

/** Any record, person or operation: a UUID, version 7 where we made it. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A name inside a questionnaire: lower-case words and full stops, never shown to anyone. */
export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, "use lower-case letters, digits, hyphens and full stops");
export type Slug = z.infer<typeof Slug>;

export type PersonId = Id;
export type StrandId = Slug;
export type PromptId = Slug;

/** A language tag as in BCP 47: `en-GB`, `ur`, `zh-Hant`. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "use a tag such as en-GB");
export type LanguageTag = z.infer<typeof LanguageTag>;
