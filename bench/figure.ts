/** One figure of the budgets: what is measured, what it may be at most, and how it is measured. */
export interface Figure {
  /** The name of its file: `npm run bench -- cold-start` measures this one alone. */
  readonly name: string;
  readonly what: string;
  readonly target: Limit;
  readonly measure: () => Promise<Measured>;
}

export interface Limit {
  readonly atMost: number;
  readonly unit: "KB" | "ms" | "MB" | "×";
}

/**
 * What came out.
 *
 * Units  `value` has the unit of the target.
 */
export interface Measured {
  readonly value: number;
  /** One line on how: how many, which median, what was counted. */
  readonly note: string;
  /** For `bench-results.json`: every figure that the value was taken from. */
  readonly details: Readonly<Record<string, unknown>>;
}
