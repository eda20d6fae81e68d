import { z } from "zod";
import { Slug } from "../../schema/ids";
import { VoiceKind } from "../../schema/person";

const Text = z.string().trim().min(1);
/** An item, and in a group that repeats, after `@`, the person or the round: `event.what@first`. */
const Key = Text.max(200);

/** One thing that somebody does on a page; what is said to a choice is its id, to several a list of them. */
const Step = z.union(
  [
    z.strictObject({ answer: Key, with: z.union([z.string(), z.int(), z.boolean(), z.array(z.string())]) }),
    z.strictObject({ pass: Key }),
    z.strictObject({ dontKnow: Key }),
    z.strictObject({ skip: Key }),
    z.strictObject({ clear: Key }),
    z.strictObject({ add: Slug, round: Slug }),
    z.strictObject({ remove: Slug, round: Slug }),
  ],
  'use { "answer": …, "with": … }, pass, dontKnow, skip, clear, or { "add" or "remove": …, "round": … }',
);
export type Step = z.infer<typeof Step>;

/** What comes next: an item, those to come back to, or nothing more. */
const Next = z.union([
  z.strictObject({ after: Key.optional(), ask: Key }),
  z.strictObject({ after: Key.optional(), comeBack: z.array(Key) }),
  z.strictObject({ after: Key.optional(), done: z.literal(true) }),
]);
export type NextByHand = z.infer<typeof Next>;

/**
 * One case worked by hand from the structure of a questionnaire of pages: what people did, the working in words, and
 * what must then be shown.
 *
 * Shape   `pages` are the pages that are opened, one or more; the others are not there for this case. `people` have
 *         short made-up names. `visible` is every item in order, notes and groups too; `setAside` the answers that are
 *         kept and count nowhere.
 * Source  docs/formats.md, "golden.json of pages"
 */
export const GoldenPageCase = z.strictObject({
  name: Text,
  working: Text,
  pages: z.array(Slug).min(1),
  people: z.array(z.strictObject({ id: Slug, kind: VoiceKind, role: Text })).default([]),
  steps: z.array(Step).default([]),
  expect: z.strictObject({ visible: z.array(Key), next: Next, setAside: z.array(Key).default([]) }),
});
export type GoldenPageCase = z.infer<typeof GoldenPageCase>;

export const GoldenPagesFile = z.array(GoldenPageCase).min(1, "there are no cases");
