import type { Figure } from "./figure";
import { FIVE_HUNDRED } from "./made-up-records";
import { onPostgres } from "./server-on-postgres";
import { mb, median, rangeWords } from "./spread";
import { headWords, onSyncingPage, type SyncedRound, totalsOf } from "./syncing-page";

const RUNS = 7;

/** Until everything is in IndexedDB, on an empty device each time. Sealing is in it. */
const downloadAt =
  (roundTripMs: number): Figure["measure"] =>
  () =>
    onPostgres((server) =>
      onSyncingPage(server, roundTripMs, async (page) => {
        const bytes = await page.fill("first", FIVE_HUNDRED);
        await page.sync("first");
        const rounds: SyncedRound[] = [];
        for (let run = 0; run < RUNS; run += 1) {
          rounds.push(await page.sync("another"));
          await page.forget("another");
        }
        if (rounds.some(({ records }) => records !== 500)) throw new Error("500 records were not downloaded");
        const totals = rounds.map(({ exchanges }) => totalsOf(exchanges));
        const timesMs = rounds.map(({ ms }) => ms);
        return {
          value: median(timesMs),
          also: [
            {
              what: "requests",
              target: { atMost: 4, unit: "requests" },
              value: Math.max(...totals.map(({ requests }) => requests)),
            },
          ],
          note: `${rangeWords(timesMs)}; until sealed in IndexedDB; bodies of ${mb(bytes)} came as ${mb(totals[0]?.bytesDown ?? 0)}; ${headWords(rounds[0]?.exchanges ?? [])}`,
          details: { rounds, bytes },
        };
      }),
    );

export const firstDownload: Figure = {
  name: "first-download",
  what: "first download of 500 records of 20 KB",
  target: { atMost: 600, unit: "ms" },
  measure: downloadAt(0),
};

export const firstDownloadFar: Figure = {
  name: "first-download-100ms",
  what: "first download of 500 records of 20 KB, 100 ms round trip",
  target: { atMost: 900, unit: "ms" },
  measure: downloadAt(100),
};
