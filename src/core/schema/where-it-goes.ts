import { z } from "zod";
import { LanguageTag, Slug } from "./ids";

const Text = z.string().trim().min(1, "the text is empty").max(200);

/**
 * Where something is talked about: a strand or a page of a questionnaire, or the whole of one.
 *
 * Shape  `in` is one of those that `into` names.
 */
export const PlaceEntry = z.union(
  [z.strictObject({ in: Slug, strand: Slug }), z.strictObject({ in: Slug, page: Slug }), z.strictObject({ in: Slug })],
  'use { "in": … }, with a "strand" or a "page" or neither',
);
export type PlaceEntry = z.infer<typeof PlaceEntry>;

/**
 * The bones of an index of everyday words: for each of them the places where it is talked about. No words.
 *
 * Shape   `into` has the questionnaires that it leads into, each with its version.
 * Source  questionnaires/where-it-goes/v<N>/structure.json
 */
export const WhereItGoesStructure = z.strictObject({
  format: z.literal(1),
  kind: z.literal("where-it-goes"),
  id: Slug,
  version: z.int().min(1),
  licence: z.string().trim().min(1),
  into: z.record(Slug, z.int().min(1)),
  entries: z
    .array(
      z.strictObject({ id: Slug, places: z.array(PlaceEntry).min(1, "a word needs a place").max(4, "four at most") }),
    )
    .min(1),
});
export type WhereItGoesStructure = z.infer<typeof WhereItGoesStructure>;

/**
 * What one entry says.
 *
 * Shape  `word` and `why` are shown. `alsoTyped` is what people type for it, also words that we never use ourselves: it
 *        is searched and never shown.
 */
export const WhereItGoesWords = z.strictObject({ word: Text, why: Text, alsoTyped: z.array(Text).default([]) });
export type WhereItGoesWords = z.infer<typeof WhereItGoesWords>;

/**
 * The words of one version of the index in one language.
 *
 * Shape   `smallWords` are passed over in what is typed: in "he is tired" only "tired" is sought.
 * Source  questionnaires/where-it-goes/v<N>/<language>.json
 */
export const WhereItGoesWording = z.strictObject({
  language: LanguageTag,
  title: Text,
  smallWords: z.array(Text).default([]),
  entries: z.record(Slug, WhereItGoesWords),
});
export type WhereItGoesWording = z.infer<typeof WhereItGoesWording>;

/** A place as a screen opens it. */
export type Place =
  | { readonly kind: "strand"; readonly questionnaireId: Slug; readonly strandId: Slug }
  | { readonly kind: "page"; readonly questionnaireId: Slug; readonly pageId: Slug }
  | { readonly kind: "questionnaire"; readonly questionnaireId: Slug };

/** An entry of the index with its words, ready to be searched. */
export interface IndexEntry extends WhereItGoesWords {
  readonly id: Slug;
  readonly places: readonly Place[];
}

/** A version of the index in one language, in the order in which it was written. */
export interface WhereItGoes {
  readonly id: Slug;
  readonly version: number;
  readonly language: string;
  readonly title: string;
  readonly smallWords: readonly string[];
  readonly entries: readonly IndexEntry[];
}
