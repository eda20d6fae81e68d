import { expect } from "vitest";
import type { Look } from "./screen-watch";

/** What a strand holds: words that only ever grow, and a mark that only ever moves right. */
export interface Held {
  readonly note: string;
  readonly mark: number | null;
}

const NOTHING: Held = { note: "", mark: null };
/** The longest stretch of typing that a kill may take. */
const MOST_LOST_MS = 500;

/**
 * What somebody who watched the screen would insist on finding again: at least what it called saved and what had stood
 * there for half a second, at most what was ever entered.
 */
export const createNotebook = () => {
  const atLeast = new Map<string, Held>();
  const entered = new Map<string, Held>();
  const least = (strandId: string): Held => atLeast.get(strandId) ?? NOTHING;
  const most = (strandId: string): Held => entered.get(strandId) ?? NOTHING;

  return {
    most,
    /** Before the key is pressed: what may be found from now on. */
    enters: (strandId: string, change: Partial<Held>): void => {
      entered.set(strandId, { ...most(strandId), ...change });
    },
    /** Takes in all that was seen until the kill, and says on which pages the app may come back. */
    killed: (looks: readonly Look[], atMs: number): readonly string[] => {
      const stood = looks.findLastIndex((look) => look.atMs <= atMs - MOST_LOST_MS);
      const saved = looks.findLastIndex((look) => look.saved);
      for (const { strandId, note, mark } of looks.slice(0, Math.max(stood, saved) + 1)) {
        if (strandId !== null) atLeast.set(strandId, { note, mark });
      }
      return looks.slice(Math.max(0, stood)).map(({ place }) => place);
    },
    /** What is found must lie between the two; from then on it is what must be found. */
    finds: (strandId: string, found: Held): void => {
      const [low, high] = [least(strandId), most(strandId)];
      expect(found.note.slice(0, low.note.length), "the words that had to be there").toBe(low.note);
      expect(high.note.slice(0, found.note.length), "nothing but what was typed").toBe(found.note);
      expect(found.mark ?? -1, "the mark that had to be there").toBeGreaterThanOrEqual(low.mark ?? -1);
      expect(found.mark ?? -1, "no mark that nobody made").toBeLessThanOrEqual(high.mark ?? -1);
      atLeast.set(strandId, found);
      entered.set(strandId, found);
    },
  };
};
export type Notebook = ReturnType<typeof createNotebook>;
