/** What a key does to a mark: where it goes, or that it is taken away. `null` is no mark yet. */
export type LineMove = { readonly kind: "place"; readonly position: number } | { readonly kind: "clear" };

const MIDDLE = 50;
const STEP = 1;
const PAGE = 10;

/**
 * The move that a key asks for. Right and up always add, in every reading direction; the first step places in the middle.
 *
 * Units   positions are integers 0–100.
 * Missing a key that the line does not know has no move.
 */
export const moveForKey = (key: string, position: number | null): LineMove | undefined => {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return stepped(position, STEP);
    case "ArrowLeft":
    case "ArrowDown":
      return stepped(position, -STEP);
    case "PageUp":
      return stepped(position, PAGE);
    case "PageDown":
      return stepped(position, -PAGE);
    case "Home":
      return { kind: "place", position: 0 };
    case "End":
      return { kind: "place", position: 100 };
    case "Delete":
    case "Backspace":
      return position === null ? undefined : { kind: "clear" };
    default:
      return undefined;
  }
};

const stepped = (position: number | null, by: number): LineMove => ({
  kind: "place",
  position: position === null ? MIDDLE : within(position + by),
});

/** Where along the line a pointer is, from its distance to the line's left end. */
export const positionAt = (clientX: number, line: { readonly left: number; readonly width: number }): number =>
  within(Math.round(((clientX - line.left) / line.width) * 100));

const within = (position: number): number => Math.min(100, Math.max(0, position));
