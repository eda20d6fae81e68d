import { setTimeout } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import { AT_REST_MS, bringIntoView, countGiven, findNineStrands } from "./all-nine";
import { createWords } from "./words";

const NOTE_LENGTH = 40;
/** Longer than autosave waits, so that every answer is saved by itself, as it is when people talk in between. */
const BETWEEN_ANSWERS_MS = 250;
const BETWEEN_KEYS_MS = 50;

/**
 * Gives 9 notes and 54 answers with real keys and clicks: the same ones, at the same pace, on any page of nine strands.
 * Nothing is asked of the page's own scripts on the way.
 */
export const giveAnswers = async (page: Page, channel: CDPSession): Promise<void> => {
  const words = createWords(5);
  const { notes, answersByStrand } = await findNineStrands(channel, (count) => Math.floor(words.chance() * count));
  for (const [index, note] of notes.entries()) {
    await click(page, channel, note);
    for (const key of words.note(NOTE_LENGTH)) {
      await page.keyboard.press(key);
      await setTimeout(BETWEEN_KEYS_MS);
    }
    for (const answer of answersByStrand[index] ?? []) {
      await click(page, channel, answer);
      await setTimeout(BETWEEN_ANSWERS_MS);
    }
  }
  await setTimeout(AT_REST_MS);
  const given = await countGiven(channel);
  if (given.answers !== 54 || given.notes !== 9) throw new Error(`not all was given: ${JSON.stringify(given)}`);
};

const click = async (page: Page, channel: CDPSession, objectId: string): Promise<void> => {
  const { x, y } = await bringIntoView(channel, objectId);
  await page.mouse.click(x, y);
};
