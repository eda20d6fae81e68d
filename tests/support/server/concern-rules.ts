import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { Operation } from "#core/schema/operation";
import { caseOperation, concernBody, concernOperation, newId, noteBody, profileBody, profileOperation } from "./bodies";
import type { Keeper } from "./keepers";
import { manifestOf, sectionsIn, type TestDevice, type TestServer } from "./test-server";

const CANARY = "Zephyrine";

/** What the server promises of safety concerns and private notes, whichever database keeps them. */
export const describeConcerns = (server: () => TestServer, keeper: () => Keeper): void => {
  let areaId: string;
  let jo: TestDevice;
  let ash: TestDevice;
  let custodian: TestDevice;
  let practice: boolean;
  let caseId: string;
  beforeAll(async () => {
    practice = server().practice;
    areaId = await server().newArea();
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

  const aConcern = (of: Readonly<Record<string, unknown>> = {}, ofCase = caseId): Operation =>
    concernOperation(ofCase, { body: concernBody(practice, { words: CANARY, ...of }) });
  const aNote = (): Operation =>
    concernOperation(caseId, { recordType: "note", body: noteBody(practice, { words: CANARY }) });
  const idsOf = async (device: TestDevice): Promise<readonly string[]> =>
    (await device.pull()).puts.map(({ recordId }) => recordId);

  describe("HAZ-10 a concern is read", () => {
    test("by its author and the area's custodian; a note by its author alone", async () => {
      const [concern, note] = [aConcern(), aNote()];
      await jo.push([concern, note]);
      expect(await idsOf(jo)).toEqual(expect.arrayContaining([concern.recordId, note.recordId]));
      const pulled = await custodian.pull();
      expect(pulled.puts.find(({ recordId }) => recordId === concern.recordId)).toMatchObject({
        recordType: "concern",
        caseId,
      });
      expect(sectionsIn(pulled, concern.recordId)["concern"]).toMatchObject({ words: CANARY });
      expect(pulled.puts.map(({ recordType }) => recordType)).not.toContain("note");
      expect(pulled.puts.map(({ recordType }) => recordType)).not.toContain("case");
    });

    test("by whom it names, from the moment it does, and by nobody else", async () => {
      const [kim, lee] = await Promise.all([server().newPerson(areaId), server().newPerson(areaId)]);
      const concern = aConcern({ alsoReadBy: [kim.who.accountId] });
      await jo.deliver(concern);
      expect([await idsOf(kim), await idsOf(lee)]).toEqual([[concern.recordId], []]);
      await jo.deliver(addition(concern, "added/1", { words: "More.", alsoReadBy: [lee.who.accountId] }));
      expect([await idsOf(kim), await idsOf(lee)]).toEqual([[concern.recordId], [concern.recordId]]);
    });

    test("by a custodian only while they are one, and only in their own area", async () => {
      const [was, elsewhere] = await Promise.all([
        server().newPerson(areaId, "custodian"),
        server().newPerson(await server().newArea(), "custodian"),
      ]);
      const concern = aConcern();
      await jo.deliver(concern);
      const held = manifestOf(await was.pull());
      expect(held.map(([id]) => id)).toContain(concern.recordId);
      expect(await idsOf(elsewhere)).toEqual([]);
      await server().store.asDesk((tx) =>
        sql`update membership set until_at = now() where account_id = ${was.who.accountId}`.execute(tx),
      );
      const { puts, gone } = await was.pull(held);
      expect(puts).toEqual([]);
      expect(new Set(gone.map(({ reason }) => reason))).toEqual(new Set(["not-here"]));
    });
  });

  describe("HAZ-10 whoever has the case and not the concern", () => {
    test("is answered just as if there were none: pull, digest, and what is said of its id", async () => {
      const kim = await server().newPerson(areaId);
      await kim.isGiven(caseId);
      const before = await kim.pull();
      const held = manifestOf(before);
      const [concern, note] = [aConcern(), aNote()];
      await jo.push([concern, note]);
      expect(await kim.pull()).toEqual(before);
      expect((await kim.digest(held)).statusCode).toBe(204);
      const asked = [concern.recordId, note.recordId, newId()];
      const { puts, gone } = await kim.pull([...held, ...asked.map((id): [string, string] => [id, "x"])]);
      expect(puts).toEqual([]);
      expect(gone).toEqual(asked.map((id) => ({ id, reason: "not-here" })));
    });

    test("finds no row of it in any table that can be read", async () => {
      const concern = aConcern();
      await jo.deliver(concern);
      for (const who of [ash.who, custodian.who]) {
        const isCustodian = who === custodian.who;
        for (const [table, column] of [
          ...(["record", "head", "section", "revision", "branch"] as const).map((name) => [name, "record_id"] as const),
          ...(["op_result", "receipt"] as const).map(
            (name) => [name, name === "receipt" ? "rev_id" : "op_id"] as const,
          ),
        ]) {
          const id = column === "record_id" ? concern.recordId : concern.opId;
          const rows = await server().store.asAccount(
            who,
            async (tx) => (await sql.raw(`select ${column} from ${table} where ${column} = '${id}'`).execute(tx)).rows,
          );
          const isRead = isCustodian && ["record", "head", "section", "revision"].includes(table);
          expect(rows.length > 0, table).toBe(isRead);
        }
      }
    });

    test("does not read it by a relationship to an id of it, nor through its case", async () => {
      const concern = aConcern();
      await jo.deliver(concern);
      const [row] = await keeper().look(`select case_id from section where record_id = '${concern.recordId}'`);
      expect(row?.["case_id"]).toBe(concern.recordId);
    });

    test("leaves no row in the area's audit, and finds none", async () => {
      const [concern, note] = [aConcern(), aNote()];
      const events = [{ eventId: newId(), kind: "opened", recordId: concern.recordId, clientTime: 1 }] as const;
      await jo.push([concern, note], []);
      await jo.push([aConcern()], events);
      await custodian.pull();
      for (const { recordId, opId } of [concern, note]) {
        const rows = await keeper().look(
          `select seq from audit where record_id = '${recordId}' or rev_id = '${opId}'
             or '${recordId}' = any (puts) or '${recordId}' = any (gone)`,
        );
        expect(rows).toEqual([]);
      }
      const kept = await keeper().look(`select kind from private_audit where record_id = '${concern.recordId}'`);
      expect(kept.map(({ kind }) => kind).sort()).toEqual(["client-opened", "op-accepted"]);
      const pulled = await keeper().look(`select kind from private_audit where '${concern.recordId}' = any (puts)`);
      expect(pulled).toEqual([{ kind: "pulled" }]);
    });
  });

  describe("is taken in", () => {
    test("before its case is there, while other work has to wait for it", async () => {
      const ofNobody = newId();
      const profile = profileOperation(practice, ofNobody, { body: profileBody(practice) });
      const results = await jo.push([aConcern({}, ofNobody), profile]);
      expect(results.map(({ status }) => status)).toEqual(["accepted", "retry"]);
    });

    test("after its author's access to the case has ended", async () => {
      const kim = await server().newPerson(areaId);
      await kim.isGiven(caseId);
      await kim.isEnded(caseId);
      const concern = aConcern();
      const [kept, held] = await kim.push([concern, profileOperation(practice, caseId)]);
      expect([kept?.status, held?.status]).toEqual(["accepted", "quarantined"]);
      expect(await idsOf(kim)).toEqual([concern.recordId]);
    });

    test("with everything left that may be left", async () => {
      const [result] = await jo.push([concernOperation(caseId, { body: concernBody(practice) })]);
      expect(result?.status).toBe("accepted");
    });

    test("once, however often it comes", async () => {
      const concern = aConcern();
      const first = await jo.deliver(concern);
      expect(await jo.deliver(concern)).toEqual(first);
    });

    test("not where it is of another sort of data than the server's", async () => {
      const [result] = await jo.push([concernOperation(caseId, { body: concernBody(!practice) })]);
      expect([result?.status, result?.reason]).toEqual(["refused", "practice-mixed"]);
    });
  });

  describe("is added to", () => {
    test("and the old words stay, also where two devices of its author add at once", async () => {
      const concern = aConcern();
      await jo.deliver(concern);
      await jo.deliver(addition(concern, "added/1", { words: "First." }));
      const second = await jo.deliver(addition(concern, "added/2", { words: "Second." }));
      expect(second.status).toBe("accepted");
      const pulled = await jo.pull();
      const sections = sectionsIn(pulled, concern.recordId);
      expect(sections).toMatchObject({
        concern: { words: CANARY },
        "added/1": { words: "First." },
        "added/2": { words: "Second." },
      });
      expect(pulled.puts.find(({ recordId }) => recordId === concern.recordId)?.branches).toEqual([]);
    });

    test("by its author alone: what others send is held, and nothing of it is changed", async () => {
      const concern = aConcern();
      await jo.deliver(concern);
      const before = sectionsIn(await custodian.pull(), concern.recordId);
      for (const device of [custodian, ash]) {
        const [result] = await device.push([addition(concern, "added/9", { words: "Not mine." })]);
        expect([result?.status, result?.reason]).toEqual(["quarantined", "access"]);
      }
      expect(sectionsIn(await custodian.pull(), concern.recordId)).toEqual(before);
    });
  });

  const addition = (concern: Operation, sectionId: string, added: Readonly<Record<string, unknown>>): Operation =>
    concernOperation(concern.caseId, {
      recordId: concern.recordId,
      parents: [concern.opId],
      body: JSON.stringify({
        schemaVersion: 1,
        sections: {
          ...(JSON.parse(concern.body) as { sections: Record<string, unknown> }).sections,
          [sectionId]: { atMs: 2_000, ...added },
        },
      }),
    });
};
