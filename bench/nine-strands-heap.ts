import { openNineStrands } from "./all-nine";
import { onReadyDevice } from "./device";
import type { Figure } from "./figure";
import { giveAnswers } from "./give-answers";

/**
 * What scripts hold after 54 answers and 9 notes on the page of all nine strands, once all that is free was collected.
 *
 * Units  1 MB is 1,000,000 bytes.
 */
export const nineStrandsHeap: Figure = {
  name: "nine-strands-heap",
  what: "JS heap after that",
  target: { atMost: 6, unit: "MB" },
  measure: () =>
    onReadyDevice(async ({ app, device, page, profileId }) => {
      const fresh = await device.context().newPage();
      await page.close();
      const channel = await openNineStrands(fresh, `${app.origin}/profiles/${profileId}/strands`);
      await giveAnswers(fresh, channel);
      await channel.send("HeapProfiler.collectGarbage");
      const { usedSize, totalSize } = await channel.send("Runtime.getHeapUsage");
      return { value: usedSize / 1e6, note: "used, after a forced collection", details: { usedSize, totalSize } };
    }),
};
