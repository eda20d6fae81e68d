/** One figure of the budgets: what is measured, what it may be at most, and how it is measured. */
export interface Figure {
  /** `npm run bench -- cold-start` measures this one alone; those of one file begin with the file's name. */
  readonly name: string;
  readonly what: string;
  readonly target: Limit;
  readonly measure: () => Promise<Measured>;
}

export type Limit = { readonly unit: "KB" | "ms" | "MB" | "×" | "bytes" | "requests" } & (
  { readonly atMost: number } | { readonly atLeast: number } | { readonly forInformation: true }
);

/**
 * What came out.
 *
 * Units  `value` has the unit of the target.
 */
export interface Measured {
  readonly value: number;
  /** What the same budget also limits, each by a target of its own. */
  readonly also?: readonly MeasuredToo[];
  /** One line on how: how many, which median, what was counted. */
  readonly note: string;
  /** For `bench-results.json`: every figure that the value was taken from. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface MeasuredToo {
  readonly what: string;
  readonly target: Limit;
  readonly value: number;
}

export const isWithin = (target: Limit, value: number): boolean => {
  if ("forInformation" in target) return true;
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
};

export const limitWords = (target: Limit): string => {
  if ("forInformation" in target) return "to know";
  return `${"atMost" in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`} ${target.unit}`;
};
