import { AgeBand } from "#core/schema/age-band";
import { Setting } from "#core/schema/plan";
import type { Strategy } from "#core/schema/strategy";
import type { Sought } from "#core/strategies/search-strategies";

/**
 * What people have chosen to look through.
 *
 * Shape    `line` is `first` for the lines chosen to work on first, `all`, or one strand's id.
 * Missing  an empty place or age is every one.
 */
export interface SoughtIdeas {
  readonly words: string;
  readonly line: string;
  readonly setting: Setting | "";
  readonly band: AgeBand | "";
}

/** Where looking begins: the lines chosen to work on first, the child's age, and home, which every child has. */
export const beginningOf = (band: AgeBand): SoughtIdeas => ({ words: "", line: "first", setting: "home", band });

/** The places that have something for this age: early years has nothing for a ten-year-old. */
export const settingsFor = (strategies: readonly Strategy[], band: AgeBand | ""): readonly Setting[] =>
  Setting.options.filter((setting) =>
    strategies.some((strategy) => strategy.setting === setting && (band === "" || strategy.bands.includes(band))),
  );

/** What is really looked through: a choice that is no longer there is every one. */
export const toSought = (
  { words, line, setting, band }: SoughtIdeas,
  firstIds: readonly string[],
  settings: readonly Setting[],
): Sought => ({
  words,
  strandIds: line === "all" ? [] : line === "first" ? firstIds : [line],
  setting: setting !== "" && settings.includes(setting) ? setting : undefined,
  band: band === "" ? undefined : band,
});

export const asSetting = (value: string): Setting | "" => {
  const setting = Setting.safeParse(value);
  return setting.success ? setting.data : "";
};

export const asBand = (value: string): AgeBand | "" => {
  const band = AgeBand.safeParse(value);
  return band.success ? band.data : "";
};
