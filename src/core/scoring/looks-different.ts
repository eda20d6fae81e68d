import type { PlacedMark } from "../schema/mark";

export const DIFFERENT_FROM = 20;

/**
 * Whether some two of these marks on one strand are 20 or more apart. A mark made by one of five words stands for a
 * fifth of the line, so against it the fifths must be further away than next to each other.
 *
 * Shape   the visible marks of people; the agreed one is not counted.
 * Source  questionnaires/nd-profile/SOURCE.md, "Drawing rules": the twenty is a rule for drawing, not evidence.
 */
export const looksDifferent = (marks: readonly Pick<PlacedMark, "position" | "input">[]): boolean =>
  marks.some((one, index) => marks.slice(index + 1).some((other) => differ(one, other)));

type Placed = Pick<PlacedMark, "position" | "input">;

const differ = (one: Placed, other: Placed): boolean => {
  if (Math.abs(one.position - other.position) < DIFFERENT_FROM) return false;
  const byWords = one.input === "words" || other.input === "words";
  return !byWords || Math.abs(fifthOf(one.position) - fifthOf(other.position)) > 1;
};

/** 0–19, 20–39 … 80–100 as 0 to 4. */
export const fifthOf = (position: number): number => Math.min(4, Math.floor(position / 20));
