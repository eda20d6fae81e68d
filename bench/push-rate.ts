import type { Figure } from "./figure";
import { pgbench } from "./pgbench";
import { createWork, operationsIn, pushRateOf, readyPushes } from "./push-load";
import { rateEmbedded } from "./push-rate-embedded";
import { recordPushes } from "./recorded-pushes";
import { onPostgres, type ServerOnPostgres, type SignIn } from "./server-on-postgres";
import { median } from "./spread";

const PEOPLE = 10;
const RUNS = 3;
/** More for many clients, so that those who are done early wait little for the last one. */
const PUSHES_EACH = { 1: 1, 8: 4 } as const;

/** Operations a second, of one run. */
interface Rates {
  readonly ours: number;
  readonly sql: number;
}

/**
 * Ten people's devices deliver through the server; then pgbench, as as many clients, runs as many of the transactions
 * that the server's own code was heard to ask of PostgreSQL. All of it is on this machine, the clients too.
 */
const rateIn = (areas: number) => (): ReturnType<Figure["measure"]> =>
  onPostgres(async (server) => {
    const people = await peopleIn(server, areas);
    const cookies = await Promise.all(people.map(server.cookieOf));
    const newWork = createWork(false);
    const recorded = await recordPushes(server.databaseUrl, people, newWork);
    await pushRateOf(server.app.origin, await readyPushes(newWork, cookies, 1), 8);
    const rates = async (clients: keyof typeof PUSHES_EACH): Promise<readonly Rates[]> => {
      const measured: Rates[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const pushes = await readyPushes(newWork, cookies, PUSHES_EACH[clients]);
        const ours = await pushRateOf(server.app.origin, pushes, clients);
        const transactions = operationsIn(pushes);
        measured.push({ ours, sql: await pgbench({ ...server, ...recorded, clients, transactions }) });
      }
      return measured;
    };
    const [one, eight] = [await rates(1), await rates(8)];
    const embedded = areas === 1 ? await rateEmbedded() : undefined;
    return {
      value: ratioOf(one),
      also: [{ what: "with eight clients", target: { atLeast: 0.5, unit: "×" }, value: ratioOf(eight) }],
      note: `20 KB each; operations a second, medians of ${RUNS}: one client ${wordsOf(one)}, eight ${wordsOf(eight)}${
        embedded === undefined
          ? ""
          : `; PGlite, on its own: ${Math.round(embedded.oneClient)} and ${Math.round(embedded.eightClients)}`
      }`,
      details: { one, eight, embedded },
    };
  });

const ratioOf = (rates: readonly Rates[]): number => median(rates.map(({ ours, sql }) => ours / sql));
const wordsOf = (rates: readonly Rates[]): string =>
  [rates.map(({ ours }) => ours), rates.map(({ sql }) => sql)]
    .map((each) => Math.round(median(each)))
    .join(" against ");

const peopleIn = async (server: ServerOnPostgres, areas: number): Promise<readonly SignIn[]> => {
  const areaIds = Array.from({ length: areas }, () => crypto.randomUUID());
  const people: SignIn[] = [];
  for (let person = 0; person < PEOPLE; person += 1)
    people.push(await server.newPerson(areaIds[person % areaIds.length]));
  return people;
};

export const pushRate: Figure = {
  name: "push-rate",
  what: "push against the same transaction run by pgbench, one area, one client",
  target: { atLeast: 0.5, unit: "×" },
  measure: rateIn(1),
};

export const pushRateTenAreas: Figure = {
  name: "push-rate-ten-areas",
  what: "push against the same transaction run by pgbench, ten areas, one client",
  target: { atLeast: 0.5, unit: "×" },
  measure: rateIn(10),
};
