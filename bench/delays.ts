import type { Page } from "playwright-core";
import type { Measured } from "./figure";
import { noteDelays } from "./in-page/note-delays";
import { percentile } from "./spread";

/** Notes from now on how long events of this kind take until they are on the screen. */
export const startNotingDelays = (page: Page, eventType: "keydown" | "click"): Promise<void> =>
  page.evaluate(noteDelays, eventType);

/** What was noted, once every event has been drawn. */
export const notedDelays = async (page: Page, eventCount: number): Promise<Measured> => {
  await page.waitForFunction((count) => inputDelays.drawnMs.length >= count, eventCount);
  const { drawnMs, presentedMs } = await page.evaluate(() => inputDelays);
  if (drawnMs.length !== eventCount) throw new Error(`${drawnMs.length} events were seen, not ${eventCount}`);
  const reported = Object.values(presentedMs);
  // What the browser does not report took less than 16 ms.
  const presented = [...reported, ...Array.from({ length: eventCount - reported.length }, () => 16)];
  return {
    value: percentile(drawnMs, 0.95),
    note: `p95 of ${eventCount}; p50 ${Math.round(percentile(drawnMs, 0.5))} ms; until presented, by the browser in steps of 8 ms: p50 ${percentile(presented, 0.5)} ms, p95 ${percentile(presented, 0.95)} ms`,
    details: { drawnMs, presentedMs: presented },
  };
};
