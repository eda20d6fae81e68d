import { z } from "zod";
import { AgeBand } from "./age-band";
import { LanguageTag, Slug } from "./ids";
import { Setting } from "./plan";

const Text = z.string().trim().min(1, "the text is empty").max(600);

/**
 * One strategy without its words. A flag says that its words must name who it is not for, or whom to check with first,
 * so that no translation can lose either.
 */
export const StrategyEntry = z.strictObject({
  id: Slug,
  strand: Slug,
  setting: Setting,
  bands: z.array(AgeBand).min(1, "a strategy needs a band"),
  notForAll: z.literal(true).optional(),
  checkFirst: z.literal(true).optional(),
});
export type StrategyEntry = z.infer<typeof StrategyEntry>;

/**
 * The bones of a set of strategies: for which strand, place and ages each one is. No words.
 *
 * Source  questionnaires/strategies/v<N>/structure.json
 */
export const StrategiesStructure = z.strictObject({
  format: z.literal(1),
  kind: z.literal("strategies"),
  id: Slug,
  version: z.int().min(1),
  licence: z.string().min(1),
  strands: z.array(Slug).min(1),
  strategies: z.array(StrategyEntry).min(1),
});
export type StrategiesStructure = z.infer<typeof StrategiesStructure>;

/** What a strategy says: what to do, why it may help, how to tell; and when not, whom to ask first, when to stop. */
export const StrategyWords = z.strictObject({
  title: Text,
  what: Text,
  why: Text,
  howToTell: Text,
  notFor: Text.optional(),
  checkWith: Text.optional(),
  stopIf: Text,
});
export type StrategyWords = z.infer<typeof StrategyWords>;

/**
 * The words of one version of a set of strategies in one language.
 *
 * Source  questionnaires/strategies/v<N>/<language>.json
 */
export const StrategiesWording = z.strictObject({
  language: LanguageTag,
  title: Text,
  strategies: z.record(Slug, StrategyWords),
});
export type StrategiesWording = z.infer<typeof StrategiesWording>;

/** A strategy with its words, as people read it. */
export interface Strategy extends StrategyWords {
  readonly id: string;
  readonly strandId: string;
  readonly setting: Setting;
  readonly bands: readonly AgeBand[];
}

/** A version of a set of strategies in one language, in the order in which it was written. */
export interface StrategySet {
  readonly id: string;
  readonly version: number;
  readonly language: string;
  readonly strategies: readonly Strategy[];
}
