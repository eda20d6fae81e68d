/**
 * One reading of the device's two clocks: the wall's, which anybody may set, and the page's own, which nobody sets, but
 * which may stand still while the device sleeps.
 *
 * [Note: Two clocks] What leaves a device open must not hang on one of them: time has passed if either says so. What
 * locks a practitioner out of a visit hangs on the page's own alone: it never runs ahead of the truth, so that a wall
 * clock that jumps by a year ends no visit. Sleep cannot be told from a clock that was set, and so sleep does not count
 * towards the hours of a visit; the device wakes covered.
 *
 * Shape  `steadyMs` counts from when the page was loaded: a moment is never kept, or compared with another page's.
 */
export interface Moment {
  readonly steadyMs: number;
  readonly wallMs: number;
}

/** The time that may have passed: the longer of what the two clocks say. See [Note: Two clocks]. */
export const longestSince = (from: Moment, at: Moment): number =>
  Math.max(0, at.steadyMs - from.steadyMs, at.wallMs - from.wallMs);

/** The time that has passed at least. See [Note: Two clocks]. */
export const surelySince = (from: Moment, at: Moment): number => Math.max(0, at.steadyMs - from.steadyMs);

/** That much later, by both clocks. */
export const laterBy = (ms: number, from: Moment): Moment => ({
  steadyMs: from.steadyMs + ms,
  wallMs: from.wallMs + ms,
});
