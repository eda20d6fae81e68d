import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Operation } from "#core/schema/operation";
import { beginSharing, stopSharing } from "#server/access/sharing";
import { caseOperation, newId, sameChildBody, sameChildOperation } from "./bodies";
import type { Keeper } from "./keepers";
import { manifestOf, type TestDevice, type TestServer } from "./test-server";

/** What somebody said of two cases: seen by whoever reaches both, and opening neither. */
export const describeSameChild = (server: () => TestServer, keeper: () => Keeper): void => {
  let areaId: string;
  let practice: boolean;
  let jo: TestDevice;
  let lead: Operation;
  let other: Operation;
  let said: Operation;
  beforeAll(async () => {
    practice = server().practice;
    areaId = await server().newArea();
    jo = await server().newPerson(areaId);
    [lead, other] = [caseOperation(practice), caseOperation(practice)];
    said = sameChildOperation(lead.caseId, { body: sameChildBody(practice, other.caseId) });
    expect((await jo.push([lead, other, said])).map(({ status }) => status)).toEqual([
      "accepted",
      "accepted",
      "accepted",
    ]);
  });

  const personWith = async (...caseIds: readonly string[]): Promise<TestDevice> => {
    const device = await server().newPerson(areaId);
    for (const caseId of caseIds) await device.isGiven(caseId);
    return device;
  };
  const idsIn = async (device: TestDevice): Promise<readonly string[]> =>
    (await device.pull()).puts.map(({ recordId }) => recordId);
  const TABLES = ["record", "head", "section"];
  /** The rows of a decision that one account has, whatever it asks the database for. */
  const rowsFor = (device: TestDevice, recordId: string): Promise<readonly number[]> =>
    server().store.asAccount(device.who, async (tx) => {
      const counts: number[] = [];
      for (const table of TABLES) {
        const { rows } = await sql`select 1 from ${sql.table(table)} where record_id = ${recordId}`.execute(tx);
        counts.push(rows.length);
      }
      const { rows } = await sql`select rev_id from revision where record_id = ${recordId}`.execute(tx);
      return [...counts, rows.length];
    });

  test("HAZ-11 a decision about two children's records is seen by whoever reaches both, and by nobody who reaches one", async () => {
    const [both, onlyLead, onlyOther, neither] = [
      await personWith(lead.caseId, other.caseId),
      await personWith(lead.caseId),
      await personWith(other.caseId),
      await personWith(),
    ];
    expect([...(await idsIn(both))].sort()).toEqual([lead, other, said].map(({ recordId }) => recordId).sort());
    expect(await rowsFor(both, said.recordId)).toEqual([1, 1, 1, 1]);
    expect(await idsIn(onlyLead)).toEqual([lead.recordId]);
    expect(await idsIn(onlyOther)).toEqual([other.recordId]);
    expect(await idsIn(neither)).toEqual([]);
    for (const device of [onlyLead, onlyOther, neither]) {
      expect(await rowsFor(device, said.recordId)).toEqual([0, 0, 0, 0]);
    }
    expect(JSON.stringify(await onlyLead.pull())).not.toContain(other.recordId);
    expect(JSON.stringify(await onlyOther.pull())).not.toContain(lead.recordId);
  });

  test("HAZ-11 what whoever reaches one case has, and what it is called, is the same with a decision as without", async () => {
    const [apart, elsewhere] = [caseOperation(practice), caseOperation(practice)];
    await jo.push([apart, elsewhere]);
    const ash = await personWith(apart.caseId);
    const before = manifestOf(await ash.pull());
    const ver = sameChildOperation(apart.caseId, { body: sameChildBody(practice, elsewhere.caseId) });
    expect(await jo.deliver(ver)).toMatchObject({ status: "accepted" });
    expect((await ash.digest(before)).statusCode).toBe(204);
    expect(manifestOf(await ash.pull())).toEqual(before);
    const guessed = await ash.pull([...before, [ver.recordId, "x"]]);
    const madeUp = newId();
    const nobodys = await ash.pull([...before, [madeUp, "x"]]);
    expect(guessed.gone).toEqual([{ id: ver.recordId, reason: "not-here" }]);
    expect(nobodys.gone).toEqual([{ id: madeUp, reason: "not-here" }]);
  });

  test("HAZ-11 a decision goes from the device of whoever loses one of the two cases, and comes again with it", async () => {
    const ash = await personWith(lead.caseId, other.caseId);
    const held = manifestOf(await ash.pull());
    await ash.isEnded(other.caseId);
    const { gone, puts } = await ash.pull(held);
    expect([gone.map(({ id }) => id).sort(), puts]).toEqual([[other.recordId, said.recordId].sort(), []]);
    await ash.isGiven(other.caseId);
    expect(await idsIn(ash)).toContain(said.recordId);
  });

  test("HAZ-11 whoever is shared a part of one of the two is told of no decision", async () => {
    const ash = await personWith(lead.caseId);
    const [fromAgency, toAgency] = await Promise.all(
      [jo, ash].map(async ({ who }) => {
        const rows = await keeper().look("select agency_id from membership where account_id = $1", [who.accountId]);
        return String(rows[0]?.["agency_id"]);
      }),
    );
    const sharingId = newId();
    await server().store.asDesk((tx) =>
      beginSharing(tx, {
        ...{
          areaId,
          sharingId,
          caseId: other.caseId,
          fromAgency: fromAgency ?? "",
          with: { agencyId: toAgency ?? "" },
        },
        ...{ letAt: [ash.who.accountId], kinds: ["profile"], purpose: "support", confidentiality: "they-agreed" },
      }),
    );
    expect([...(await idsIn(ash))].sort()).toEqual([lead.recordId, other.recordId].sort());
    await server().store.asDesk((tx) => stopSharing(tx, { areaId, sharingId }));
  });

  test("a decision about a case that its author may not write, or that nobody has, is held safely, and answered alike", async () => {
    const ash = await personWith(lead.caseId);
    const answers = await Promise.all(
      [other.caseId, newId(), lead.caseId].map(async (otherCaseId) => {
        const op = sameChildOperation(lead.caseId, { body: sameChildBody(practice, otherCaseId) });
        const [result] = await ash.push([op]);
        return { status: result?.status, reason: result?.reason };
      }),
    );
    expect(answers).toEqual(answers.map(() => ({ status: "quarantined", reason: "access" })));
    expect(await idsIn(ash)).toEqual([lead.recordId]);
  });

  test("two people who decide differently are both kept, each in a record of its own, and each has the other's", async () => {
    const [one, two] = [await personWith(lead.caseId, other.caseId), await personWith(lead.caseId, other.caseId)];
    const differs = sameChildOperation(other.caseId, {
      body: sameChildBody(practice, lead.caseId, { verdict: "two" }),
    });
    expect(await two.deliver(differs)).toMatchObject({ status: "accepted" });
    for (const device of [one, two, jo]) {
      expect(await idsIn(device)).toEqual(expect.arrayContaining([said.recordId, differs.recordId]));
    }
  });

  test("a decision that comes in one push with both cases waits for both", async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, two] = [caseOperation(practice), caseOperation(practice)];
      const op = sameChildOperation(one.caseId, { body: sameChildBody(practice, two.caseId) });
      expect((await jo.push([one, two, op])).map(({ status }) => status)).toEqual(["accepted", "accepted", "accepted"]);
    }
  });

  test("the words of a decision are never changed, and the same words again change nothing", async () => {
    const again = { recordId: said.recordId, parents: [said.opId] };
    const changed = sameChildBody(practice, other.caseId, { verdict: "two" });
    expect(await jo.deliver(sameChildOperation(lead.caseId, { ...again, body: changed }))).toMatchObject({
      status: "quarantined",
      reason: "words-changed",
    });
    const { body } = said;
    for (const parents of [[said.opId], []]) {
      const op = sameChildOperation(lead.caseId, { ...again, parents, body });
      expect(await jo.deliver(op)).toMatchObject({ status: "accepted" });
    }
  });
};
