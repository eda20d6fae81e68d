/** Where a mark stands, as a family would say it; the words are in the locale under `place.<Place>`. */
export const PLACES = [
  "left-end",
  "far-left",
  "left",
  "little-left",
  "middle",
  "little-right",
  "right",
  "far-right",
  "right-end",
] as const;
export type Place = (typeof PLACES)[number];

/**
 * Names the place of a position, so that no family reads or hears a digit.
 *
 * Units  position 0–100; the same width on either side of the middle.
 */
export const placeOf = (position: number): Place => {
  const fromMiddle = position - 50;
  const distance = Math.abs(fromMiddle);
  const left = fromMiddle < 0;
  if (distance <= 3) return "middle";
  if (distance <= 13) return left ? "little-left" : "little-right";
  if (distance <= 28) return left ? "left" : "right";
  if (distance <= 45) return left ? "far-left" : "far-right";
  return left ? "left-end" : "right-end";
};

/** The five words that place a mark without a hand, and where each places it. */
export const FIVE_WORDS = [
  { word: "lots-of-support", position: 10 },
  { word: "often-support", position: 30 },
  { word: "some-support", position: 50 },
  { word: "mostly-well", position: 70 },
  { word: "goes-well", position: 90 },
] as const;
export type FiveWord = (typeof FIVE_WORDS)[number]["word"];
