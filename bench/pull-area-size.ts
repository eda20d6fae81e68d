import { PullResponse } from "#core/schema/wire";
import type { Figure } from "./figure";
import { fillArea } from "./large-area";
import { pushRateOf, toPushes } from "./push-load";
import { onPostgres, type ServerOnPostgres } from "./server-on-postgres";
import { makeUpSmallRecords } from "./small-records";
import { median } from "./spread";

const [SMALL, LARGE, HUGE] = [10_000, 100_000, 1_000_000];
const CHANGES = 20;
const PULLS = 60;

/** A device with 500 records pulls 20 changes, of which other people's records in its area know nothing. */
export const pullAreaSize: Figure = {
  name: "pull-area-size",
  what: "pull of 20 changes, area of 100,000 records against 10,000",
  target: { atMost: 1.5, unit: "×" },
  measure: () =>
    onPostgres((small) =>
      onPostgres((large) =>
        onPostgres(async (huge) => {
          const areas = [
            { pull: await pullIn(small, SMALL), timesMs: [] as number[] },
            { pull: await pullIn(large, LARGE), timesMs: [] as number[] },
            { pull: await pullIn(huge, HUGE), timesMs: [] as number[] },
          ];
          // In turn, so that what else the machine does is in all of them.
          for (let pull = 0; pull < PULLS; pull += 1) for (const area of areas) area.timesMs.push(await area.pull());
          const [smallMs = 0, largeMs = 0, hugeMs = 0] = areas.map(({ timesMs }) => median(timesMs));
          return {
            value: largeMs / smallMs,
            also: [{ what: "1,000,000 against 10,000", target: { atMost: 1.5, unit: "×" }, value: hugeMs / smallMs }],
            note: `bodies of 200 bytes; medians of ${PULLS} pulls in turn: ${[smallMs, largeMs, hugeMs].map((ms) => ms.toFixed(1)).join(", ")} ms`,
            details: { timesMs: areas.map(({ timesMs }) => timesMs) },
          };
        }),
      ),
    ),
};

/** Makes an area of that size, and gives what pulls the same changes in it again and again, with the time it took. */
const pullIn = async (
  { app, databaseUrl, newPerson, cookieOf }: ServerOnPostgres,
  records: number,
): Promise<() => Promise<number>> => {
  const person = await newPerson();
  const cookie = await cookieOf(person);
  await fillArea(databaseUrl, person, records);
  const { first, changed } = await makeUpSmallRecords(records);
  const pull = async (manifest: readonly (readonly [string, string])[]): Promise<PullResponse> => {
    const answer = await fetch(`${app.origin}/api/sync/pull`, {
      method: "POST",
      headers: { origin: app.origin, cookie, "content-type": "application/json" },
      body: JSON.stringify({ manifest }),
    });
    return PullResponse.parse(await answer.json());
  };
  await pushRateOf(app.origin, toPushes(cookie, first), 1);
  const manifest: (readonly [string, string])[] = [];
  for (let more = true; more;) {
    const page = await pull(manifest);
    manifest.push(...page.puts.map(({ recordId, ver }) => [recordId, ver] as const));
    more = page.more;
  }
  await pushRateOf(app.origin, toPushes(cookie, await changed(CHANGES)), 1);
  return async () => {
    const startMs = performance.now();
    const { puts } = await pull(manifest);
    if (puts.length !== CHANGES) throw new Error(`${puts.length} changes were pulled, not ${CHANGES}`);
    return performance.now() - startMs;
  };
};
