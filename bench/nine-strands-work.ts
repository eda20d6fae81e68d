import type { Page } from "playwright-core";
import { openNineStrands } from "./all-nine";
import { serveBareForm } from "./build-pages";
import { onReadyDevice } from "./device";
import type { Figure } from "./figure";
import { giveAnswers } from "./give-answers";
import { countedWork, startCounting, workBetween, type Work } from "./main-thread";
import { median, percentile } from "./spread";

const ROUNDS = 5;

/**
 * Main-thread work to give 54 answers and 9 notes on the page of all nine strands, saved all the while, over the work
 * for the same keys and clicks on a bare React Hook Form page that saves nothing. The two take turns in one tab.
 */
export const nineStrandsWork: Figure = {
  name: "nine-strands-work",
  what: "all nine strands on one page: main-thread work, against a bare form",
  target: { atMost: 1.5, unit: "×" },
  measure: async () => {
    const bareForm = await serveBareForm();
    try {
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound(bareForm.url));
      const ratios = rounds.map(({ ours, bare }) => ours.allMs / bare.allMs);
      const ms = (of: keyof Round) => Math.round(median(rounds.map((round) => round[of].allMs)));
      return {
        value: median(ratios),
        note: `median of ${ROUNDS} pairs, ${percentile(ratios, 0).toFixed(2)} to ${percentile(ratios, 1).toFixed(2)}; ours ${ms("ours")} ms, bare ${ms("bare")} ms`,
        details: { rounds, ratios },
      };
    } finally {
      await bareForm.stop();
    }
  },
};

interface Round {
  readonly bare: Work;
  readonly ours: Work;
}

/** On a device of its own each time: an answer that is given already would be no work. */
const measureRound = (bareFormUrl: string): Promise<Round> =>
  onReadyDevice(async ({ app, page, profileId }) => ({
    bare: await workOn(page, bareFormUrl),
    ours: await workOn(page, `${app.origin}/profiles/${profileId}/strands`),
  }));

const workOn = async (page: Page, url: string): Promise<Work> => {
  const channel = await openNineStrands(page, url);
  await channel.send("HeapProfiler.collectGarbage");
  await startCounting(channel);
  const before = await countedWork(channel);
  await giveAnswers(page, channel);
  const after = await countedWork(channel);
  await channel.detach();
  return workBetween(before, after);
};
