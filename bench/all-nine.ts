import { setTimeout } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import { channelTo } from "./device";
import { unlockWhereAsked } from "./unlock";

/** Until the last save is over and the page is at rest. */
export const AT_REST_MS = 600;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where things are on a page of nine strands, ours or the one to compare with; found once, before anything is measured. */
export interface NineStrands {
  /** One handle for each strand's first note. */
  readonly notes: readonly string[];
  /** For each strand, the handles of one radio button in each of its questions. */
  readonly answersByStrand: readonly (readonly string[])[];
}

/**
 * Opens a page of nine strands with all its examples, so that 54 questions are on it. It asks the page as the
 * developer tools do: a test tool's own script would stay in the page and count as its memory.
 */
export const openNineStrands = async (page: Page, url: string): Promise<CDPSession> => {
  await page.goto(url);
  const channel = await channelTo(page);
  await unlockWhereAsked(page, channel);
  const { result } = await channel.send("Runtime.evaluate", {
    expression: `(${openAllExamples.toString()})()`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (result.value !== 54) throw new Error(`expected 54 questions, found ${String(result.value)}`);
  await setTimeout(AT_REST_MS);
  return channel;
};

/** Runs in the page. */
const openAllExamples = async (): Promise<number> => {
  const questions = () => document.querySelectorAll("[data-strand] fieldset:has(input[type=radio])").length;
  for (let frame = 0; frame < 1_800 && questions() < 54; frame += 1) {
    for (const button of document.querySelectorAll<HTMLElement>("[data-strand] button[aria-expanded=false]"))
      if (button.textContent === "Open the examples") button.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return questions();
};

/** Finds nine notes and 54 questions, and in each question the choice that `choose` names by its number. */
export const findNineStrands = async (
  channel: CDPSession,
  choose: (choiceCount: number) => number,
): Promise<NineStrands> => {
  const handlesOf = async (expression: string): Promise<readonly string[]> => {
    const { result } = await channel.send("Runtime.evaluate", { expression });
    const { result: properties } = await channel.send("Runtime.getProperties", {
      objectId: result.objectId ?? "",
      ownProperties: true,
    });
    return properties.flatMap(({ name, value }) => (/^\d+$/.test(name) && value?.objectId ? [value.objectId] : []));
  };
  const notes = await handlesOf(
    "[...document.querySelectorAll('[data-strand]')].map((s) => s.querySelector('textarea'))",
  );
  const answersByStrand: (readonly string[])[] = [];
  for (let strand = 0; strand < notes.length; strand += 1) {
    const choices = Array.from({ length: 6 }, () => choose(9));
    answersByStrand.push(
      await handlesOf(
        `[...[...document.querySelectorAll('[data-strand]')][${strand}].querySelectorAll('fieldset:has(input[type=radio])')]
          .map((question, index) => question.querySelectorAll('input[type=radio]')[${JSON.stringify(choices)}[index]])`,
      ),
    );
  }
  const answerCount = answersByStrand.flat().length;
  if (notes.length !== 9 || answerCount !== 54)
    throw new Error(`expected 9 notes and 54 questions, found ${notes.length} and ${answerCount}`);
  return { notes, answersByStrand };
};

/**
 * Brings a thing into view if it is not, clear of what sticks to the edges of the page, and tells where its middle is
 * once it has come to rest there; no script of the page runs.
 */
export const bringIntoView = async (channel: CDPSession, objectId: string): Promise<Point> => {
  const rect = { x: 0, y: -CLEAR_PX, width: 1, height: 2 * CLEAR_PX };
  await channel.send("DOM.scrollIntoViewIfNeeded", { objectId, rect });
  // What has just come into view may be laid out only now, and move the rest.
  await setTimeout(IN_VIEW_MS);
  await channel.send("DOM.scrollIntoViewIfNeeded", { objectId, rect });
  const { quads } = await channel.send("DOM.getContentQuads", { objectId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
};

const IN_VIEW_MS = 100;
const CLEAR_PX = 160;

/** How many questions are answered and notes written; a click that missed would make a page look light. */
export const countGiven = async (
  channel: CDPSession,
): Promise<{ readonly answers: number; readonly notes: number }> => {
  const count = async (expression: string): Promise<number> => {
    const { result } = await channel.send("Runtime.evaluate", { expression });
    return Number(result.value);
  };
  return {
    answers: await count("document.querySelectorAll('[data-strand] input[type=radio]:checked').length"),
    notes: await count(
      "[...document.querySelectorAll('[data-strand]')].filter((s) => s.querySelector('textarea').value !== '').length",
    ),
  };
};
