/** The value that `share` of all values do not exceed, by nearest rank: a value that was really measured. */
export const percentile = (values: readonly number[], share: number): number => {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** For tables: four figures say enough. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** How many, and from where to where. */
export const rangeWords = (timesMs: readonly number[]): string =>
  `median of ${timesMs.length}, ${Math.round(Math.min(...timesMs))} to ${Math.round(Math.max(...timesMs))} ms`;

export const mb = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
