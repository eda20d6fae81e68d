import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { Operation } from "#core/schema/operation";
import type { Put } from "#core/schema/wire";
import { caseOperation, concernBody, concernOperation, noteBody } from "./bodies";
import type { Keeper } from "./keepers";
import { manifestOf, sectionsIn, type TestDevice, type TestServer } from "./test-server";

const WORDS = "Zephyrine said it.";

/** What the server promises of safety concerns and private notes to somebody who looks for a way round. */
export const describePrivate = (server: () => TestServer, keeper: () => Keeper): void => {
  let [jo, ash, custodian]: TestDevice[] = [];
  let practice: boolean;
  let caseId: string;
  beforeAll(async () => {
    practice = server().practice;
    const areaId = await server().newArea();
    [jo, ash, custodian] = await Promise.all([
      server().newPerson(areaId),
      server().newPerson(areaId),
      server().newPerson(areaId, "custodian"),
    ]);
    const theCase = caseOperation(practice);
    await jo.deliver(theCase);
    ({ caseId } = theCase);
    await ash.isGiven(caseId);
  });

  const aConcern = (of: Readonly<Record<string, unknown>> = {}): Operation =>
    concernOperation(caseId, { body: concernBody(practice, { words: WORDS, ...of }) });
  const aNote = (): Operation =>
    concernOperation(caseId, { recordType: "note", body: noteBody(practice, { words: WORDS }) });
  type Sections = Record<string, Readonly<Record<string, unknown>>>;
  const next = (of: Operation, change: (sections: Sections) => Sections): Operation => {
    const { recordType, recordId, opId, body } = of;
    const before = JSON.parse(body) as { readonly sections: Sections };
    return concernOperation(caseId, {
      ...{ recordType, recordId, parents: [opId] },
      body: JSON.stringify({ schemaVersion: 1, sections: change(before.sections) }),
    });
  };
  const first = ({ recordType }: Operation): string => recordType;

  describe("HAZ-23 a private record is only ever added to", () => {
    test.each([
      ["the words of a concern", aConcern, (words: string) => ({ words })],
      ["when it was written", aConcern, () => ({ atMs: 5 })],
      ["whether there is danger now", aConcern, () => ({ dangerNow: "no" })],
      ["what only a newer version knows", aConcern, () => ({ later: { kept: false } })],
      ["the words of a note", aNote, (words: string) => ({ words })],
    ] as const)("an operation that changes %s is held, and what stood stands", async (_, make, changed) => {
      const record = make();
      await jo!.deliver(record);
      const before = sectionsIn(await jo!.pull(), record.recordId);
      const other = next(record, (sections) => ({
        [first(record)]: { ...sections[first(record)], ...changed("Nothing was said.") },
        "added/1": { atMs: 2, words: "More." },
      }));
      const [result] = await jo!.push([other]);
      expect([result?.status, result?.reason]).toEqual(["quarantined", "words-changed"]);
      expect(sectionsIn(await jo!.pull(), record.recordId)).toEqual(before);
    });

    test("an addition is not changed either, and a change that is held names no further reader", async () => {
      const concern = aConcern();
      await jo!.deliver(concern);
      const added = next(concern, (sections) => ({ ...sections, "added/1": { atMs: 2, words: "First." } }));
      await jo!.deliver(added);
      const [result] = await jo!.push([
        next(added, (sections) => ({
          ...sections,
          "added/1": { atMs: 2, words: "Second.", alsoReadBy: [ash!.who.accountId] },
        })),
      ]);
      expect([result?.status, result?.reason]).toEqual(["quarantined", "words-changed"]);
      expect(sectionsIn(await custodian!.pull(), concern.recordId)["added/1"]).toMatchObject({ words: "First." });
      expect((await ash!.pull()).puts.map(({ recordId }) => recordId)).not.toContain(concern.recordId);
    });

    test("the same words in another order, or with what a schema fills in, are the same", async () => {
      const concern = aConcern({ later: { b: 1, a: [1, 2] } });
      await jo!.deliver(concern);
      const added = next(concern, ({ concern: words }) => ({
        "added/1": { atMs: 2, words: "More." },
        concern: {
          ...{ saidBy: "", told: [], later: { a: [1, 2], b: 1 } },
          ...Object.fromEntries(
            Object.entries(words ?? {})
              .filter(([name]) => name !== "later")
              .reverse(),
          ),
        },
      }));
      expect((await jo!.deliver(added)).status).toBe("accepted");
      expect(sectionsIn(await jo!.pull(), concern.recordId)).toMatchObject({
        concern: { words: WORDS, later: { b: 1, a: [1, 2] } },
        "added/1": { words: "More." },
      });
    });

    test("in the database itself nobody takes away a section of one, its author included", async () => {
      const [concern, note] = [aConcern(), aNote()];
      await jo!.push([concern, note]);
      for (const { recordId } of [concern, note]) {
        for (const { who } of [jo!, ash!, custodian!]) {
          const gone = await server().store.asAccount(who, async (tx) => {
            const done = await sql`delete from section where record_id = ${recordId}`.execute(tx);
            return done.numAffectedRows;
          });
          expect(gone).toBe(0n);
        }
      }
    });
  });

  describe("a concern that is held", () => {
    const heldFor = async (device: TestDevice, opId: string): Promise<Put | undefined> =>
      (await device.pull()).puts.find(({ recordId }) => recordId === opId);

    test("HAZ-10 is shown to the custodian with why, as written by whoever sent it, and to nobody else", async () => {
      const concern = aConcern();
      await jo!.deliver(concern);
      const changed = next(concern, ({ concern: words }) => ({ concern: { ...words, words: "Other." } }));
      const foreign = next(concern, (sections) => ({ ...sections, "added/2": { atMs: 3, words: "Not mine." } }));
      const unread = concernOperation(caseId, { body: JSON.stringify({ schemaVersion: 1, sections: { x: WORDS } }) });
      await jo!.push([changed, unread]);
      await ash!.push([foreign]);
      for (const [op, sender, held, words] of [
        [changed, jo!, "words-changed", "Other."],
        [foreign, ash!, "access", WORDS],
        [unread, jo!, "body", unread.body],
      ] as const) {
        const put = await heldFor(custodian!, op.opId);
        expect(put).toMatchObject({ recordType: "concern", caseId, held, branches: [] });
        const { sections } = JSON.parse(put?.body ?? "") as { readonly sections: Sections };
        expect(sections["concern"]).toMatchObject({ words, byId: sender.who.accountId, byName: "Jo Reed" });
        for (const device of [jo!, ash!]) expect(await heldFor(device, op.opId)).toBeUndefined();
      }
      const { sections } = JSON.parse((await heldFor(custodian!, foreign.opId))?.body ?? "") as { sections: Sections };
      expect(sections["added/2"]).toMatchObject({ words: "Not mine." });
      expect((await custodian!.digest(manifestOf(await custodian!.pull()))).statusCode).toBe(204);
    });

    test("HAZ-10 is shown to a custodian of another area, or who is one no more, in no way", async () => {
      const { areaId } = jo!.who;
      const [was, elsewhere] = [
        await server().newPerson(areaId, "custodian"),
        await server().newPerson(await server().newArea(), "custodian"),
      ];
      const held = concernOperation(caseId, { body: "{}" });
      await jo!.push([held]);
      const manifest = manifestOf(await was.pull());
      expect(manifest.map(([id]) => id)).toContain(held.opId);
      expect((await elsewhere.pull()).puts).toEqual([]);
      await server().store.asDesk((tx) =>
        sql`update membership set until_at = now() where account_id = ${was.who.accountId}`.execute(tx),
      );
      const { puts, gone } = await was.pull(manifest);
      expect(puts).toEqual([]);
      expect(gone).toContainEqual({ id: held.opId, reason: "not-here" });
    });

    test("HAZ-10 what is held of notes the custodian does not see, and nothing else that is held is given to their device", async () => {
      const note = concernOperation(caseId, { recordType: "note", body: "{}" });
      const ofCase = caseOperation(practice, { body: "{}" });
      await jo!.push([note, ofCase]);
      for (const { opId } of [note, ofCase]) expect(await heldFor(custodian!, opId)).toBeUndefined();
      for (const [{ opId }, seen] of [
        [note, []],
        [ofCase, [{ op_id: ofCase.opId }]],
      ] as const) {
        const rows = await server().store.asAccount(custodian!.who, async (tx) => {
          const { rows } = await sql`select op_id from quarantine where op_id = ${opId}`.execute(tx);
          return rows;
        });
        expect(rows).toEqual(seen);
      }
    });
  });

  describe("HAZ-10 a private note never reaches the custodian", () => {
    const TABLES = ["record", "head", "section", "revision", "quarantine", "op_result", "receipt"] as const;
    const idOf = { quarantine: "op_id", op_result: "op_id", receipt: "rev_id" } as Readonly<Record<string, string>>;
    /** Does some work while the policies of some tables are broken: they let every account of the server read all. */
    const broken = async <T>(tables: readonly string[], work: () => Promise<T>): Promise<T> => {
      for (const table of tables) {
        await keeper().look(`create policy broken on ${table} for select to strandline_app using (true)`);
      }
      try {
        return await work();
      } finally {
        for (const table of tables) await keeper().look(`drop policy broken on ${table}`);
      }
    };
    let note: Operation;
    let held: Operation;
    beforeAll(async () => {
      [note, held] = [aNote(), concernOperation(caseId, { recordType: "note", body: "{}" })];
      await jo!.push([note, held]);
    });
    const rowsIn = (table: string): Promise<number> =>
      server().store.asAccount(custodian!.who, async (tx) => {
        const ids = [note.recordId, note.opId, held.opId].map((id) => `'${id}'`).join();
        const column = idOf[table] ?? "record_id";
        return (await sql.raw(`select ${column} from ${table} where ${column} in (${ids})`).execute(tx)).rows.length;
      });

    test.each(TABLES)("by the policy of %s, though all the others are broken", async (table) => {
      const others = TABLES.filter((each) => each !== table);
      expect(await broken(others, () => rowsIn(table))).toBe(0);
    });

    test.each(TABLES)("and these rows are what the policy of %s keeps back: broken, it gives them", async (table) => {
      expect(await broken([table], () => rowsIn(table))).toBeGreaterThan(0);
    });

    test.each([...TABLES, TABLES.join()])("in a pull, though the policy of %s is broken", async (tables) => {
      const pulled = await broken(tables.split(","), () => custodian!.pull());
      expect(JSON.stringify(pulled)).not.toContain(note.recordId);
      expect(pulled.puts.map(({ recordType }) => recordType)).not.toContain("note");
      expect(pulled.puts.map(({ recordId }) => recordId)).not.toContain(held.opId);
    });

    test("and no row of their audit can be read by anybody who works with records", async () => {
      for (const { who } of [jo!, custodian!]) {
        const read = server().store.asAccount(who, (tx) => sql`select seq from private_audit`.execute(tx));
        await expect(read).rejects.toThrow("permission denied");
      }
      expect(await keeper().look("select seq from private_audit where rev_id = $1", [note.opId])).toHaveLength(1);
    });
  });
};
