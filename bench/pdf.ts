import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "#report/document";
import { channelTo, onReadyDevice, slowDown } from "./device";
import type { Figure, Measured } from "./figure";
import { fullCopy } from "./full-copy";
import { type Drawn, drawHere } from "./in-page/draw-here";
import { median, percentile } from "./spread";

const PAGES = 7;
const WARM_RUNS = 3;

/** In a page that has drawn nothing yet: the script, the fonts and the document, from the device to the last byte. */
export const pdfCold: Figure = {
  name: "pdf-cold",
  what: "PDF of a full profile, first in a session, 4×",
  target: { atMost: 1000, unit: "ms" },
  measure: async () => {
    const [plain, shaped] = [await drawnOften(fullCopy()), await drawnOften(fullCopy("سارة Khan"))];
    return measuredFrom(
      plain.map(({ coldMs }) => coldMs),
      shaped.map(({ coldMs }) => coldMs),
      plain,
    );
  },
};

/** A further copy in the same session: another person's, or after a change of mind. */
export const pdfWarm: Figure = {
  name: "pdf-warm",
  what: "PDF of a full profile, a further one, 4×",
  target: { atMost: 350, unit: "ms" },
  measure: async () => {
    const [plain, shaped] = [await drawnOften(fullCopy()), await drawnOften(fullCopy("سارة Khan"))];
    return measuredFrom(
      plain.flatMap(({ warmMs }) => warmMs),
      shaped.flatMap(({ warmMs }) => warmMs),
      plain,
    );
  },
};

const measuredFrom = (plainMs: readonly number[], shapedMs: readonly number[], drawn: readonly Drawn[]): Measured => ({
  value: median(plainMs),
  note: `median of ${plainMs.length}; p95 ${Math.round(percentile(plainMs, 0.95))} ms; ${Math.round((drawn[0]?.bytes ?? 0) / 1000)} KB; with an Arabic name ${Math.round(median(shapedMs))} ms`,
  details: { plainMs, shapedMs },
});

const drawnOften = (document: Document): Promise<readonly Drawn[]> =>
  onReadyDevice(async ({ app, device }) => {
    const drawn: Drawn[] = [];
    for (let at = 0; at < PAGES; at += 1) {
      const page = await device.context().newPage();
      await page.goto(app.origin);
      await slowDown(await channelTo(page));
      // As text: what runs here turns a page's own `import` into another.
      const load = `() => import(${JSON.stringify(workerScript())})`;
      const call = `(${drawHere.toString()})(${load}, ${JSON.stringify(document)}, ${WARM_RUNS})`;
      drawn.push(await page.evaluate<Drawn>(call));
      await page.close();
    }
    return drawn;
  });

const workerScript = (): string => {
  const assets = join(import.meta.dirname, "../dist/app/assets");
  const file = readdirSync(assets).find((name) => /^pdf-worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error("the worker was not built");
  return `/assets/${file}`;
};
