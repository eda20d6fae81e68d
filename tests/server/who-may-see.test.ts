import { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { Kysely, PostgresDialect } from "kysely";
import { describe, expect, test } from "vitest";
import { asAccount } from "#server/access/as-account";
import { migrate } from "#server/store/migrate";
import { grounds } from "#server/store/migrations/0011-grounds";
import { migrations } from "#server/store/migrations/all";
import type { Migration } from "#server/store/migrations/migration";
import { pglitePool } from "#server/store/pglite-pool";
import { differences } from "../support/access/differences";
import { fillWorlds } from "../support/access/fill-worlds";
import { mayReach, maySee, placed, type Placed, RECORDS, world } from "../support/access/world";
import { newId } from "../support/server/bodies";
import { keepers, type Keeper } from "../support/server/keepers";

/** The same worlds in every run: who may see what is a table, not chance. */
const worlds = (count: number): readonly Placed[] => fc.sample(world, { numRuns: count, seed: 20_261_123 }).map(placed);

describe.each(keepers)("who may see what, by role, relationship, ground, section and time, in %s", (_, keep) => {
  test("HAZ-07 is what the rule says, by every way that asks, and a version is named by what is seen of it", async () => {
    const keeper = await keep();
    const areaId = newId();
    const made = worlds(250);
    await fillWorlds(keeper.look, areaId, made);
    const wrong = [];
    for (const each of made) {
      const found = await differences(keeper.store, areaId, each);
      if (found.length > 0) wrong.push([JSON.stringify(each.world), found]);
    }
    await keeper.close();
    expect(wrong).toEqual([]);
  });
});

test("the worlds are not all alike: there is somebody for every answer", () => {
  const made = worlds(250).map((each) => each.world);
  const [open, , plan] = RECORDS;
  const [frame, loves, voice] = open!.sections;
  const all = (is: boolean[]) => is.every(Boolean);
  for (const answers of [
    (each: (typeof made)[number]) => [maySee(each, frame!), maySee(each, loves!), maySee(each, voice!)],
    (each: (typeof made)[number]) => [!maySee(each, frame!), !maySee(each, plan!.sections[0]!)],
    (each: (typeof made)[number]) => [maySee(each, voice!), !maySee(each, loves!)],
    (each: (typeof made)[number]) => [maySee(each, plan!.sections[0]!), !maySee(each, frame!)],
    (each: (typeof made)[number]) => [maySee(each, frame!), !mayReach(each, frame!, "write")],
  ]) {
    expect(made.filter((each) => all(answers(each))).length).toBeGreaterThan(3);
  }
});

/** Faults that somebody could well make in the rule, as they would stand in its text. */
const FAULTS: readonly (readonly [string, string | RegExp, string])[] = [
  ["a sharing that ended is in force", / and \(x\.until_at is null or x\.until_at > now\(\)\)/g, ""],
  ["a sharing is in force before it begins", /x\.from_at <= now\(\) and /g, ""],
  ["a membership that ended is one", / and \(m\.until_at is null or m\.until_at > now\(\)\)/g, ""],
  ["a relationship that ended is one", / and \(k\.until_at is null or k\.until_at > now\(\)\)/g, ""],
  ["a broken glass stays broken", / and \(b\.until_at is null or b\.until_at > now\(\)\)/g, ""],
  ["any role reads", /join area_role o on/g, "left join area_role o on"],
  ["a role that reads writes", / and o\.writes/g, ""],
  ["a role in any agency will do", / and m\.agency_id = k\.agency_id/g, ""],
  ["a sharing shares every section", / and x\.kinds && \S+?(?=\)|$)/gm, ""],
  ["a sharing of some sections is one of the whole", / and x\.kinds is null/g, ""],
  ["a sharing is with everybody", /\(x\.to_agency = k\.agency_id or x\.to_account = k\.account_id\)/g, "true"],
  ["a sharing of one case is of all", / and x\.case_id = k\.case_id/g, ""],
  ["a relationship or a ground", / and \(k\.ground in/g, " or (k.ground in"],
  ["whom it is hidden from is forgotten", /\S+ <> all \([^)]*\) and/g, "true and"],
  ["whose alone it is is forgotten", /\(\S+ is null or \S*only_for = \S+\)/g, "true"],
  ["who is shared a part is told the whole's version", /open_ver is not null and h/g, "open_ver is not null or h"],
];

test.each(FAULTS)("a rule in which %s is found out", async (_, sound, faulty) => {
  const statements = grounds.statements.map((statement) => statement.replaceAll(sound as RegExp, faulty));
  expect(statements).not.toEqual(grounds.statements);
  const wrong: Migration = { ...grounds, statements };
  const pglite = await PGlite.create("memory://");
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pglitePool(pglite) }) });
  expect(
    await migrate(db, { practice: true, migrations: migrations.map((each) => (each === grounds ? wrong : each)) }),
  ).toMatchObject({ ok: true });
  const look: Keeper["look"] = (query, values = []) =>
    pglite.transaction(async (tx) => {
      await tx.exec("set local search_path = strandline");
      return (await tx.query<Readonly<Record<string, unknown>>>(query, [...values])).rows;
    });
  const areaId = newId();
  const made = worlds(250);
  await fillWorlds(look, areaId, made);
  let found = 0;
  for (const each of made) {
    found += (await differences({ asAccount: (who, work) => asAccount(db, who, work) }, areaId, each)).length;
    if (found > 0) break;
  }
  await db.destroy();
  expect(found).toBeGreaterThan(0);
});
