import type { Moment } from "#core/lock/moment";

/** Reads both clocks of this device at once. */
export const readBothClocks = (): Moment => ({ steadyMs: performance.now(), wallMs: Date.now() });
