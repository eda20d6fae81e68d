import { connect } from "../tests/support/postgres";
import type { Figure } from "./figure";
import { pgbench } from "./pgbench";
import { createWork } from "./push-load";
import { type RecordedPushes, recordPushes } from "./recorded-pushes";
import { onPostgres } from "./server-on-postgres";
import { median } from "./spread";

const PEOPLE = 10;
const RUNS = 3;
const CLIENTS = 8;
const TRANSACTIONS = 800;

/** Entries get a place that no other has, and no hash: what the audit was before it was a chain. */
const UNCHAIN = `create sequence strandline.unchained;
  grant usage on sequence strandline.unchained to public;
  alter table strandline.audit disable trigger chained;
  alter table strandline.audit alter link set default 1000000000 + nextval('strandline.unchained'), alter hash set default ''`;

/** What it costs that an area's entries follow one another: the server's own transactions, in pgbench, with it and without. */
const chainIn = async (areas: number): Promise<readonly [chained: number, bare: number]> =>
  onPostgres(async (server) => {
    const areaIds = Array.from({ length: areas }, () => crypto.randomUUID());
    const people = [];
    for (let person = 0; person < PEOPLE; person += 1) people.push(await server.newPerson(areaIds[person % areas]));
    const recorded = await recordPushes(server.databaseUrl, people, createWork(false));
    const chained = await rateOf(server.databaseUrl, recorded);
    const superuser = await connect(server.databaseUrl.replace("login_of_tests", "owner"));
    await superuser.query(UNCHAIN);
    await superuser.end();
    return [chained, await rateOf(server.databaseUrl, recorded)];
  });

const rateOf = async (databaseUrl: string, recorded: RecordedPushes): Promise<number> => {
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run += 1)
    rates.push(await pgbench({ databaseUrl, ...recorded, clients: CLIENTS, transactions: TRANSACTIONS }));
  return median(rates);
};

export const auditChain: Figure = {
  name: "audit-chain",
  what: "push in pgbench with the chained audit, against the same without the chain, one area, eight clients",
  target: { forInformation: true, unit: "×" },
  measure: async () => {
    const [one, ten] = [await chainIn(1), await chainIn(10)];
    const words = (rates: readonly number[]) => rates.map((rate) => Math.round(rate)).join(" against ");
    return {
      value: one[0] / one[1],
      also: [{ what: "ten areas", target: { forInformation: true, unit: "×" }, value: ten[0] / ten[1] }],
      note: `20 KB each; transactions a second, medians of ${RUNS}: one area ${words(one)}, ten ${words(ten)}`,
      details: { one, ten },
    };
  },
};
