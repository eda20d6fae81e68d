import { setTimeout } from "node:timers/promises";
import { bringIntoView, countGiven, findNineStrands, openNineStrands } from "./all-nine";
import { notedDelays, startNotingDelays } from "./delays";
import { onReadyDevice, slowDown } from "./device";
import type { Figure } from "./figure";
import { createWords } from "./words";

/** One answer to each of the 54 examples, on the page of all nine strands, saved all the while. */
export const choice: Figure = {
  name: "choice",
  what: "choosing an answer to paint, 4×",
  target: { atMost: 80, unit: "ms" },
  measure: () =>
    onReadyDevice(async ({ app, page, profileId }) => {
      const channel = await openNineStrands(page, `${app.origin}/profiles/${profileId}/strands`);
      const { chance } = createWords(4);
      const { answersByStrand } = await findNineStrands(channel, (count) => Math.floor(chance() * count));
      await slowDown(channel);
      await startNotingDelays(page, "click");
      for (const answer of answersByStrand.flat()) {
        const { x, y } = await bringIntoView(channel, answer);
        // Scrolled and drawn, as it is before anybody can aim at it.
        await setTimeout(200);
        await page.mouse.click(x, y);
        await setTimeout(100 + chance() * 200);
      }
      const { answers } = await countGiven(channel);
      if (answers !== 54) throw new Error(`54 answers were given, the page shows ${answers}`);
      return notedDelays(page, 54);
    }),
};
