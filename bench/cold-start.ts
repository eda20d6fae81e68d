import { channelTo, firstPage, onReadyDevice, slowDown } from "./device";
import type { Figure } from "./figure";
import { openUntilUsable } from "./first-screen";
import { median, percentile } from "./spread";

const STARTS = 12;

/**
 * The app is on the device, the server is dead, the browser was closed: from the start of the navigation until the
 * heading and an action of the unlock screen are drawn and can be hit. The throttling slows the page; the service
 * worker has a thread of its own that it does not reach.
 */
export const coldStart: Figure = {
  name: "cold-start",
  what: "cold start from the service worker to the unlock screen, 4×",
  target: { atMost: 1500, unit: "ms" },
  measure: () =>
    onReadyDevice(async ({ app, device }) => {
      await app.kill();
      const timesMs: number[] = [];
      for (let start = 0; start < STARTS; start += 1) {
        const page = firstPage(await device.reopen());
        await slowDown(await channelTo(page));
        const { report, answer } = await openUntilUsable(page, app.origin);
        if (answer?.fromServiceWorker() !== true) throw new Error("the first page did not come from the device");
        timesMs.push(report.atMs);
      }
      return {
        value: median(timesMs),
        note: `median of ${STARTS}, each in a new browser; p95 ${Math.round(percentile(timesMs, 0.95))} ms`,
        details: { timesMs },
      };
    }),
};
