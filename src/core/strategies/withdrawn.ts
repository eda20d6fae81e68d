import type { Idea } from "../schema/plan";
import type { Strategy, StrategySet } from "../schema/strategy";
import type { WithdrawnWording } from "../schema/wire";

/**
 * Whether the strategy that an action was made from has been withdrawn since, and what to use instead.
 *
 * Shape    what would be used instead and was withdrawn too leads on to its own, so that nobody is sent from one
 *          withdrawn strategy to another.
 * Missing  an empty `useInstead` is nothing in its place.
 */
export const withdrawalOf = (
  { strategyId, strategyVersion }: Pick<Idea, "strategyId" | "strategyVersion">,
  withdrawn: WithdrawnWording,
): Withdrawal | undefined => {
  const next = (id: string): string | undefined =>
    withdrawn.find((each) => each.id === id && each.version === strategyVersion)?.useInstead;
  const seen = new Set([strategyId]);
  let useInstead = next(strategyId);
  if (useInstead === undefined) return undefined;
  for (let further = next(useInstead); further !== undefined; further = next(useInstead)) {
    if (seen.has(useInstead)) return { useInstead: "" };
    seen.add(useInstead);
    useInstead = further;
  }
  return { useInstead };
};

export interface Withdrawal {
  /** The id of a strategy, or words, or nothing. */
  readonly useInstead: string;
}

/** The strategies that may be offered: all but those that were withdrawn. */
export const offeredStrategies = ({ version, strategies }: StrategySet, withdrawn: WithdrawnWording) =>
  strategies.filter(({ id }) => withdrawalOf({ strategyId: id, strategyVersion: version }, withdrawn) === undefined);

/** What stands in the place of a withdrawn strategy, as far as this set knows it. */
export const insteadIn = ({ strategies }: StrategySet, { useInstead }: Withdrawal): Instead => {
  const strategy = strategies.find(({ id }) => id === useInstead);
  if (strategy !== undefined) return { kind: "strategy", strategy };
  // The id of a strategy that only a newer set has is no word for a family.
  return useInstead === "" || LOOKS_LIKE_AN_ID.test(useInstead)
    ? { kind: "nothing" }
    : { kind: "words", words: useInstead };
};

export type Instead =
  | { readonly kind: "strategy"; readonly strategy: Strategy }
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "nothing" };

const LOOKS_LIKE_AN_ID = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
