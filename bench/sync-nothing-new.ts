import type { Figure } from "./figure";
import { FIVE_HUNDRED } from "./made-up-records";
import { onPostgres } from "./server-on-postgres";
import { median } from "./spread";
import { headWords, onSyncingPage, totalsOf } from "./syncing-page";

const RUNS = 7;

/** A device that has 500 records and nothing to deliver asks a server that has nothing else; the limit is on bodies. */
export const syncNothingNew: Figure = {
  name: "sync-nothing-new",
  what: "sync with nothing new: bytes of the body up",
  target: { atMost: 120, unit: "bytes" },
  measure: () =>
    onPostgres((server) =>
      onSyncingPage(server, 0, async (page) => {
        await page.fill("device", FIVE_HUNDRED);
        await page.sync("device");
        const rounds = [];
        for (let run = 0; run < RUNS; run += 1) rounds.push(await page.sync("device"));
        if (rounds.some(({ records }) => records !== 500)) throw new Error("the device does not have 500 records");
        const totals = rounds.map(({ exchanges }) => totalsOf(exchanges));
        const most = (of: "requests" | "bytesUp" | "bytesDown") => Math.max(...totals.map((each) => each[of]));
        const timesMs = rounds.map(({ ms }) => ms);
        return {
          value: most("bytesUp"),
          also: [
            { what: "requests", target: { atMost: 1, unit: "requests" }, value: most("requests") },
            { what: "bytes of the body down", target: { atMost: 0, unit: "bytes" }, value: most("bytesDown") },
          ],
          note: `500 records on the device, most of ${RUNS} rounds; a round took ${Math.round(median(timesMs))} ms (${Math.round(Math.min(...timesMs))} to ${Math.round(Math.max(...timesMs))}); ${headWords(rounds[0]?.exchanges ?? [])}`,
          details: { rounds },
        };
      }),
    ),
};
