/** The three places that a line has words for. */
export type LinePlace = "left" | "middle" | "right";

/** Where one hand stands in the picture: moved, turned, and mirrored where it is a left one. */
export interface Hand {
  readonly x: number;
  readonly y: number;
  readonly turned: number;
  readonly mirrored: boolean;
}

/**
 * The pictures of a child's own line, drawn alike on the screen and on the page. The star is the child, the same in all
 * three; only how many hands hold it differs, so that no place looks better than another.
 *
 * Units  a drawing of 96 by 77.
 */
export const PLACE_PICTURE = { width: 96, height: 77 } as const;
export const STAR = "M48 6.5l5.7 11.6 12.8 1.9-9.3 9 2.2 12.7L48 35.7l-11.4 6 2.2-12.7-9.3-9 12.8-1.9z";
export const PALM = "M-9-2h18v7a9 9 0 0 1-18 0z";
export const FINGERS = "M-7 0v-11M-2.4 0v-14.5M2.4 0v-14M7 0v-10.5M-8 7l-6.5-6.5";
/** What the star stands on where no hand holds it. */
export const GROUND = "M20 45h56";
export const HANDS: Readonly<Record<LinePlace, readonly Hand[]>> = {
  left: [
    { x: 23, y: 53, turned: 28, mirrored: true },
    { x: 73, y: 53, turned: -28, mirrored: false },
  ],
  middle: [{ x: 49, y: 59, turned: 0, mirrored: false }],
  right: [],
};
