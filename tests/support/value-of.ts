import type { Result } from "#core/result";

/** The value of a result that a test knows to be one; an error fails the test with its own words. */
export const valueOf = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
};
