import type { Figure } from "./figure";
import { FIVE_HUNDRED_AND_TWENTY } from "./made-up-records";
import { onPostgres } from "./server-on-postgres";
import { mb, median, rangeWords } from "./spread";
import { headWords, onSyncingPage, type SyncedRound, totalsOf } from "./syncing-page";

const RUNS = 5;

/**
 * All that a person made before the first signal: they are signed in, an empty round was made as the app makes one then,
 * and everything waits. Until each operation has its receipt in IndexedDB and the server has said that nothing is missing.
 */
const uploadAt =
  (roundTripMs: number): Figure["measure"] =>
  () =>
    onPostgres((server) =>
      onSyncingPage(server, roundTripMs, async (page) => {
        const rounds: SyncedRound[] = [];
        let bytes = 0;
        for (let run = 0; run < RUNS; run += 1) {
          await page.isNow(await server.newPerson());
          await page.sync("device");
          bytes = await page.fill("device", { ...FIVE_HUNDRED_AND_TWENTY, seed: FIVE_HUNDRED_AND_TWENTY.seed + run });
          rounds.push(await page.sync("device"));
          await page.forget("device");
        }
        if (rounds.some(({ records, waiting }) => records !== 520 || waiting !== 0))
          throw new Error("520 records were not uploaded");
        const totals = rounds.map(({ exchanges }) => totalsOf(exchanges));
        const isPacked = rounds.every(({ exchanges }) =>
          exchanges.every(({ path, packedUp }) => path !== "/api/sync/push" || packedUp === "gzip"),
        );
        if (!isPacked) throw new Error("a push was not compressed");
        const timesMs = rounds.map(({ ms }) => ms);
        return {
          value: median(timesMs),
          also: [
            {
              what: "requests",
              target: { atMost: 12, unit: "requests" },
              value: Math.max(...totals.map(({ requests }) => requests)),
            },
          ],
          note: `${rangeWords(timesMs)}; bodies of ${mb(bytes)} went as ${mb(totals[0]?.bytesUp ?? 0)}; ${headWords(rounds[0]?.exchanges ?? [])}`,
          details: { rounds, bytes },
        };
      }),
    );

export const firstUpload: Figure = {
  name: "first-upload",
  what: "first upload of 520 records of 20 KB",
  target: { atMost: 2_500, unit: "ms" },
  measure: uploadAt(0),
};

export const firstUploadFar: Figure = {
  name: "first-upload-100ms",
  what: "first upload of 520 records of 20 KB, 100 ms round trip",
  target: { atMost: 4_000, unit: "ms" },
  measure: uploadAt(100),
};
