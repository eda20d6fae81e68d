import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { Operation } from "#core/schema/operation";
import { beginSharing, breakGlass, type SharingToBegin, stopSharing } from "#server/access/sharing";
import { giveRelationship } from "#server/identity/people";
import { anOperation, caseBody, caseOperation, newId, profileBody, profileOperation, voice } from "./bodies";
import type { Keeper } from "./keepers";
import { manifestOf, sectionsIn, type TestDevice, type TestServer } from "./test-server";

/** What grounds open and close: own work, a sharing in force, the broken glass. */
export const describeGrounds = (server: () => TestServer, keeper: () => Keeper): void => {
  let areaId: string;
  let practice: boolean;
  let jo: TestDevice;
  let theCase: Operation;
  let profile: Operation;
  let plan: Operation;
  beforeAll(async () => {
    practice = server().practice;
    areaId = await server().newArea();
    jo = await server().newPerson(areaId);
    const mum = { hiddenFrom: [], person: { id: newId(), name: "Zephyrine", kind: "family", role: "mum" } };
    theCase = caseOperation(practice, { body: caseBody(practice, { [`person/${mum.person.id}`]: mum }) });
    profile = profileOperation(practice, theCase.caseId, {
      body: profileBody(practice, { "voice/motor/a": voice(3), "loves/a": { loves: "trains" } }),
    });
    const body = JSON.stringify({ schemaVersion: 1, profileId: profile.recordId, sections: { "goal/a": {} } });
    plan = anOperation({ recordType: "plan", recordId: newId(), caseId: theCase.caseId, body });
    expect((await jo.push([theCase, profile, plan])).map(({ status }) => status)).toEqual([
      ...["accepted", "accepted", "accepted"],
    ]);
  });

  const agencyOf = async ({ who }: TestDevice): Promise<string> => {
    const rows = await keeper().look("select agency_id from membership where account_id = $1", [who.accountId]);
    return String(rows[0]?.["agency_id"]);
  };
  const shared = async (device: TestDevice, of: Partial<SharingToBegin> = {}): Promise<string> => {
    const sharingId = newId();
    const [fromAgency, agencyId] = [await agencyOf(jo), await agencyOf(device)];
    await server().store.asDesk((tx) =>
      beginSharing(tx, {
        ...{ areaId, sharingId, caseId: theCase.caseId, fromAgency, with: { agencyId } },
        ...{ letAt: [device.who.accountId], purpose: "support", confidentiality: "they-agreed", ...of },
      }),
    );
    return sharingId;
  };
  const idsIn = async (device: TestDevice): Promise<readonly string[]> =>
    (await device.pull()).puts.map(({ recordId }) => recordId).sort();
  const all = () => [theCase, profile, plan].map(({ recordId }) => recordId).sort();
  const amended = (of: Operation, sections: Readonly<Record<string, unknown>>, parent = of.opId): Operation =>
    profileOperation(practice, of.caseId, {
      ...{ recordId: of.recordId, parents: [parent], body: profileBody(practice, sections) },
    });

  describe("a sharing of some sections", () => {
    test("gives them, the child and what opens the record, and no trace of anything else", async () => {
      const ash = await server().newPerson(areaId);
      await shared(ash, { kinds: ["profile/voice"] });
      const pulled = await ash.pull();
      expect(Object.keys(sectionsIn(pulled, profile.recordId)).sort()).toEqual(["frame", "voice/motor/a"]);
      expect(Object.keys(sectionsIn(pulled, theCase.recordId))).toHaveLength(2);
      expect(pulled.puts.map(({ recordId }) => recordId)).not.toContain(plan.recordId);
      expect(JSON.stringify(pulled)).not.toMatch(/Zephyrine|trains/);
      expect((await ash.digest(manifestOf(pulled))).statusCode).toBe(204);
      expect((await ash.pull([[plan.recordId, "x"]])).gone).toEqual([{ id: plan.recordId, reason: "not-here" }]);
    });

    test("that becomes one of less or of everything gives the record again, as it is now to be seen", async () => {
      const ash = await server().newPerson(areaId);
      const first = await shared(ash);
      const whole = manifestOf(await ash.pull());
      expect(whole.map(([id]) => id).sort()).toEqual(all());
      await shared(ash, { kinds: ["profile/voice"] });
      await server().store.asDesk((tx) => stopSharing(tx, { areaId, sharingId: first }));
      const less = await ash.pull(whole);
      expect(Object.keys(sectionsIn(less, profile.recordId)).sort()).toEqual(["frame", "voice/motor/a"]);
      expect(less.gone).toEqual([{ id: plan.recordId, reason: "access-ended" }]);
      await shared(ash);
      expect((await ash.pull(manifestOf(less))).puts.map(({ recordId }) => recordId).sort()).toEqual(all());
    });

    test("lets its receiver write what it names, and everybody still calls the record what they see of it", async () => {
      const ash = await server().newPerson(areaId);
      const another = caseOperation(practice);
      const own = profileOperation(practice, another.caseId, { body: profile.body });
      await jo.push([another, own]);
      await shared(ash, { caseId: another.caseId, kinds: ["profile/voice"] });
      const seen = sectionsIn(await ash.pull(), own.recordId);
      const written = amended(own, { ...seen, "voice/motor/b": voice(8) });
      const { status, ver } = await ash.deliver(written);
      expect(status).toBe("accepted");
      const [forJo, forAsh] = [await jo.pull(), await ash.pull()];
      expect(forAsh.puts.find(({ recordId }) => recordId === own.recordId)?.ver).toBe(ver);
      expect(forJo.puts.find(({ recordId }) => recordId === own.recordId)?.ver).not.toBe(ver);
      expect(Object.keys(sectionsIn(forJo, own.recordId))).toContain("loves/a");
      await keeper().look("update head set open_ver = null where record_id = $1", [own.recordId]);
      expect([manifestOf(await jo.pull()), manifestOf(await ash.pull())]).toEqual([forJo, forAsh].map(manifestOf));
    });

    test("holds safely what reaches beyond it, for a record that is there as for one that is not", async () => {
      const ash = await server().newPerson(areaId);
      await shared(ash, { kinds: ["profile/voice"] });
      const beyond = amended(profile, { "loves/a": { loves: "boats" } });
      const plans = [plan.recordId, newId()].map((recordId) => ({ ...plan, recordId, opId: newId() }));
      for (const op of [beyond, ...plans]) {
        expect(await ash.push([op])).toMatchObject([{ status: "quarantined", reason: "access" }]);
      }
      expect(sectionsIn(await jo.pull(), profile.recordId)["loves/a"]).toMatchObject({ loves: "trains" });
    });
  });

  describe("a sharing", () => {
    test("that is stopped ends at the next contact: all of it is gone, and nothing more is taken in", async () => {
      const ash = await server().newPerson(areaId);
      const sharingId = await shared(ash);
      const held = manifestOf(await ash.pull());
      await server().store.asDesk((tx) => stopSharing(tx, { areaId, sharingId }));
      expect((await ash.digest(held)).statusCode).toBe(200);
      const { puts, gone } = await ash.pull(held);
      expect([puts, gone]).toEqual([[], held.map(([id]) => ({ id, reason: "access-ended" }))]);
      expect(await ash.push([profileOperation(practice, theCase.caseId)])).toMatchObject([
        { status: "quarantined", reason: "access" },
      ]);
    });

    test("with an agency opens nothing to those of it who were not let at the case", async () => {
      const ash = await server().newPerson(areaId);
      await shared(ash, { letAt: [] });
      expect(await idsIn(ash)).toEqual([]);
    });

    test("says what the family was asked or told, and why where they objected or were not told", async () => {
      const ash = await server().newPerson(areaId);
      await expect(shared(ash, { confidentiality: "not-told" })).rejects.toThrow(/check constraint/);
      await expect(shared(ash, { confidentiality: "consent" as "not-told" })).rejects.toThrow(/check constraint/);
      await shared(ash, { confidentiality: "not-told", because: "It would not be safe." });
      expect(await idsIn(ash)).toEqual(all());
    });
  });

  describe("a role", () => {
    test("that only reads is given everything, and what it delivers is held safely", async () => {
      const reader = await server().newPerson(areaId, "iro");
      await reader.isGiven(theCase.caseId);
      expect(await idsIn(reader)).toEqual(all());
      const ops = [amended(profile, { "loves/a": { loves: "boats" } }), caseOperation(practice)];
      for (const op of ops)
        expect(await reader.push([op])).toMatchObject([{ status: "quarantined", reason: "access" }]);
    });

    test.each(["custodian", "analyst", "service-lead", "administrator", "gardener"])(
      "of %s reads no record, though it was given the case",
      async (role) => {
        const device = await server().newPerson(areaId, role);
        await device.isGiven(theCase.caseId);
        expect(await idsIn(device)).toEqual([]);
      },
    );

    test("in an agency that has ended gives nothing from the next contact on", async () => {
      const ash = await server().newPerson(areaId);
      await ash.isGiven(theCase.caseId);
      const held = manifestOf(await ash.pull());
      await keeper().look("update membership set until_at = now() where account_id = $1", [ash.who.accountId]);
      const { puts, gone } = await ash.pull(held);
      expect([puts, gone.length]).toEqual([[], held.length]);
    });

    test("in another agency does not stand in for the one in which the case was given", async () => {
      const ash = await server().newPerson(areaId);
      const agencyId = await agencyOf(jo);
      const at = { areaId, caseId: theCase.caseId, accountId: ash.who.accountId };
      await server().store.asDesk((tx) => giveRelationship(tx, at, { agencyId }));
      expect(await idsIn(ash)).toEqual([]);
    });
  });

  describe("breaking the glass", () => {
    const broken = (device: TestDevice, of: { reason?: string; hours?: number } = {}) =>
      server().store.asDesk((tx) =>
        breakGlass(tx, {
          ...{ areaId, breakId: newId(), accountId: device.who.accountId, caseId: theCase.caseId },
          ...{ reason: "A made-up emergency", hours: 2, ...of },
        }),
      );

    test("lets a case be read for some hours, and not written", async () => {
      const ash = await server().newPerson(areaId);
      expect(await broken(ash)).toMatchObject({ ok: true });
      expect(await idsIn(ash)).toEqual(all());
      const op = amended(profile, { "loves/a": { loves: "boats" } });
      expect(await ash.push([op])).toMatchObject([{ status: "quarantined", reason: "access" }]);
      const held = manifestOf(await ash.pull());
      await keeper().look("update break_glass set until_at = now() where account_id = $1", [ash.who.accountId]);
      expect((await ash.pull(held)).gone.map(({ reason }) => reason)).toEqual(held.map(() => "access-ended"));
    });

    test("asks for a reason, an end within four hours, and a role that reads", async () => {
      const [ash, analyst] = [await server().newPerson(areaId), await server().newPerson(areaId, "analyst")];
      expect(await broken(ash, { reason: " " })).toEqual({ ok: false, error: { type: "NoReason" } });
      expect(await broken(ash, { hours: 5 })).toEqual({ ok: false, error: { type: "TooLong" } });
      expect(await broken(analyst)).toEqual({ ok: false, error: { type: "NoRole" } });
      expect([await idsIn(ash), await idsIn(analyst)]).toEqual([[], []]);
    });

    test("is told to the custodian, who says that they looked, and to nobody else but whoever did it", async () => {
      const [ash, other] = [await server().newPerson(areaId), await server().newPerson(areaId)];
      const custodian = await server().newPerson(areaId, "custodian");
      await broken(ash);
      const notices = (device: TestDevice) =>
        server().store.asAccount(device.who, async (tx) => {
          const { rows } = await sql<{ reason: string }>`select reason from break_glass
            where account_id = ${ash.who.accountId}`.execute(tx);
          return rows.map(({ reason }) => reason);
        });
      expect(await notices(custodian)).toEqual(["A made-up emergency"]);
      expect([await notices(ash), await notices(other)]).toEqual([["A made-up emergency"], []]);
      const look = (device: TestDevice) =>
        server().store.asAccount(device.who, async (tx) => {
          const looked = await sql`update break_glass set looked_at = now(), looked_by = ${device.who.accountId}
            where account_id = ${ash.who.accountId}`.execute(tx);
          return looked.numAffectedRows;
        });
      expect([await look(ash), await look(other), await look(custodian)]).toEqual([0n, 0n, 1n]);
      expect(
        await keeper().look("select kind, reason from audit where account_id = $1 and kind = 'glass-broken'", [
          ash.who.accountId,
        ]),
      ).toEqual([{ kind: "glass-broken", reason: null }]);
    });
  });
};
