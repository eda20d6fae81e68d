/**
 * A slice of a page that is never cut. A block is some strips; where a page ends between them is decided here.
 *
 * Shape  `keep` holds this strip on one page with the one after it. `head` is drawn again above a strip that begins a
 *        page in the middle of its table. `opens` stands at the top of a page.
 * Units  points; `before` is room above that falls away at the top of a page.
 */
export interface Strip {
  readonly before: number;
  readonly height: number;
  readonly keep: boolean;
  readonly opens?: boolean;
  readonly draw: (y: number) => void;
  readonly head?: { readonly height: number; readonly draw: (y: number) => void };
}

export interface Pages {
  readonly top: number;
  readonly bottom: number;
  /** Begins another page. */
  readonly next: () => void;
}

/**
 * Places strips on pages, one after the other.
 *
 * Laws   1. nothing reaches below the bottom of a page unless it is higher than a whole page
 *        2. a strip that keeps to the next stands on one page with it, where both fit on one
 *        3. a strip that opens a page stands at its top, and no page is left empty for it
 * (tests/unit/report/strips.test.ts)
 */
export const placeStrips = (strips: readonly Strip[], pages: Pages, onPlaced: (count: number) => void): void => {
  const room = pages.bottom - pages.top;
  let y = pages.top;
  let fresh = true;
  let heldUntil = 0;
  strips.forEach((strip, index) => {
    if (index >= heldUntil) {
      const held = heldTogether(strips, index, room - (strip.head?.height ?? 0));
      heldUntil = held.end;
      if (!fresh && (strip.opens === true || y + strip.before + held.height > pages.bottom)) {
        pages.next();
        y = pages.top;
        fresh = true;
        if (strip.head !== undefined) {
          strip.head.draw(y);
          y += strip.head.height;
        }
      }
    }
    y += fresh ? 0 : strip.before;
    strip.draw(y);
    y += strip.height;
    fresh = false;
    onPlaced(index + 1);
  });
};

/** A strip with all that it keeps to: of a chain that no page can hold, as much from its beginning as one does. */
const heldTogether = (
  strips: readonly Strip[],
  start: number,
  room: number,
): { readonly end: number; readonly height: number } => {
  let height = strips[start]?.height ?? 0;
  let end = start + 1;
  while (strips[end - 1]?.keep === true) {
    const next = strips[end];
    if (next === undefined || height + next.before + next.height > room) break;
    height += next.before + next.height;
    end += 1;
  }
  return { end, height };
};
