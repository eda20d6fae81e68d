import { z } from "zod";
import { MissingWhy } from "./answer";
import { Id, Slug } from "./ids";
import { InstrumentRef } from "./instrument";
import { PlainDate } from "./plain-date";
import { FromPaper } from "./paper";
import { Section, Words } from "./section";

const Chosen = z.looseObject({ choice: Slug, points: z.int().optional() });
export type Chosen = z.infer<typeof Chosen>;

/** What somebody answered; a choice is kept beside its points, and own words are words wherever they were given. */
export const GivenValue = z.discriminatedUnion("type", [
  Chosen.extend({ type: z.literal("choice") }),
  z.looseObject({ type: z.literal("choices"), choices: z.array(Chosen), ownWords: Words }),
  z.looseObject({ type: z.literal("words"), words: z.string() }),
  z.looseObject({ type: z.literal("boolean"), value: z.boolean() }),
  z.looseObject({ type: z.literal("integer"), value: z.int() }),
  z.looseObject({ type: z.literal("date"), value: PlainDate }),
]);
export type GivenValue = z.infer<typeof GivenValue>;

/**
 * One person's answer to one item of a questionnaire.
 *
 * Missing  no answer at all was not asked; `passed` is the right to pass, and an answer.
 */
export const PageAnswer = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("answered"), value: GivenValue }),
  z.looseObject({ kind: z.literal("does-not-apply") }),
  z.looseObject({ kind: z.literal("missing"), why: MissingWhy }),
  z.looseObject({ kind: z.literal("passed") }),
]);
export type PageAnswer = z.infer<typeof PageAnswer>;

/** An answer as it is kept: also one that only a newer version can read. */
export const KeptAnswer = z.looseObject({ kind: z.string() });
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/**
 * Words from an earlier version of a questionnaire that have no place in the one the draft was moved to, or that were
 * given to a question which has other words now.
 *
 * Shape  `question` is what was asked, `words` what stood at the answer then (by choice or place); both as they were.
 *        `lookedAt` once somebody has said that it still fits.
 */
export const EarlierAnswer = z.looseObject({
  key: z.string(),
  question: z.string(),
  words: z.record(z.string(), z.string()).default({}),
  answer: KeptAnswer,
  from: InstrumentRef,
  lookedAt: z.boolean().optional(),
});
export type EarlierAnswer = z.infer<typeof EarlierAnswer>;

/**
 * One person's answers on one page of a questionnaire; its section id is `page/<questionnaire>/<page>/<person>`.
 *
 * Shape    `answers` are by item, or by item and instance where a group repeats; `added` holds the instances that were
 *          added to a group, in their order. A page that is `neverShared` is read by whoever wrote it and by nobody
 *          else, whoever comes to the record later.
 * Missing  `skipped` is what was left for later: it is not an answer, and nothing waits for it.
 */
export const PageSection = Section.extend({
  instrument: InstrumentRef,
  answers: z.record(z.string(), KeptAnswer).default({}),
  skipped: z.array(z.string()).default([]),
  added: z.record(Slug, z.array(Id)).default({}),
  earlier: z.array(EarlierAnswer).default([]),
  neverShared: z.boolean().optional(),
  paper: FromPaper.optional(),
});
export type PageSection = z.infer<typeof PageSection>;

/** A page of a questionnaire as a profile holds it, among sections of other kinds. */
export interface PageSections {
  readonly [page: `page/${string}/${string}/${string}`]: PageSection;
}
