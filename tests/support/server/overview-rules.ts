import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { OverviewResponse, UNSENT_HEADER, unsentText } from "#core/schema/overview-wire";
import { caseOperation, concernOperation, newId, profileOperation } from "./bodies";
import type { Keeper } from "./keepers";
import type { TestDevice, TestServer } from "./test-server";

/** What the server tells whoever leads a service of what is not in, whichever database keeps it. */
export const describeOverview = (server: () => TestServer, keeper: () => Keeper): void => {
  let areaId: string;
  let jo: TestDevice;
  let ash: TestDevice;
  let lead: TestDevice;
  beforeEach(async () => {
    areaId = await server().newArea();
    [jo, ash, lead] = await Promise.all([
      server().newPerson(areaId),
      server().newPerson(areaId),
      server().newPerson(areaId, "service-lead"),
    ]);
  });
  const told = async () => OverviewResponse.parse((await lead.ask("/api/overview")).json()).practitioners;
  const says = (device: TestDevice, waiting: number, deviceId = device.deviceId) =>
    device.send("/api/sync/digest", { digest: "0".repeat(64) }, { [UNSENT_HEADER]: unsentText({ deviceId, waiting }) });
  const enrol = (device: TestDevice) =>
    server().store.asDesk(async (tx) => {
      await sql`insert into device (area_id, device_id, public_key) values (${areaId}, ${device.deviceId}, 'of a test')
        on conflict do nothing`.execute(tx);
      await sql`insert into device_person (area_id, account_id, device_id)
        values (${areaId}, ${device.who.accountId}, ${device.deviceId})`.execute(tx);
    });

  describe("whoever leads the service", () => {
    test("sees what each device last said that it has not delivered, and nothing once it is in", async () => {
      await enrol(jo);
      expect(await told()).toEqual([]);
      expect((await says(jo, 3)).statusCode).toBe(200);
      const device = jo.deviceId.slice(0, 8);
      expect(await told()).toMatchObject([{ devices: [{ device, waiting: 3 }], twoVersions: 0, held: 0 }]);
      expect(Math.abs((await told())[0]!.devices[0]!.saidAtMs - Date.now())).toBeLessThan(60_000);
      await says(jo, 0);
      expect(await told()).toMatchObject([{ devices: [{ device, waiting: 0 }] }]);
    });

    test("sees whose versions stand beside another and whose work is held, counted, with no word and no id of a child", async () => {
      const practice = server().practice;
      const theCase = caseOperation(practice);
      const first = profileOperation(practice, theCase.caseId);
      await jo.push([theCase, first]);
      await ash.isGiven(theCase.caseId);
      const next = { recordId: first.recordId, parents: [first.opId] };
      await jo.push([profileOperation(practice, theCase.caseId, next)]);
      expect(await ash.push([profileOperation(practice, theCase.caseId, next)])).toMatchObject([
        { status: "branched" },
      ]);
      await ash.isEnded(theCase.caseId);
      expect(await ash.push([profileOperation(practice, theCase.caseId)])).toMatchObject([{ status: "quarantined" }]);
      const answer = await lead.ask("/api/overview");
      expect(await told()).toMatchObject([{ devices: [], twoVersions: 1, held: 1 }]);
      for (const id of [theCase.caseId, first.recordId, first.opId]) expect(answer.body).not.toContain(id);
      expect(answer.body).not.toContain("Robin");
    });

    test("is told nothing of concerns and notes", async () => {
      const held = concernOperation(newId(), { body: '{"schemaVersion":1,"sections":{}}' });
      expect(await jo.push([held])).toMatchObject([{ status: "quarantined" }]);
      expect(await told()).toEqual([]);
    });

    test("sees nothing of another area", async () => {
      const stranger = await server().newPerson(await server().newArea(), "service-lead");
      await enrol(jo);
      await says(jo, 2);
      expect((await stranger.ask("/api/overview")).json()).toEqual({ practitioners: [] });
    });
  });

  test("to everybody else it is a route that is not there", async () => {
    const custodian = await server().newPerson(areaId, "custodian");
    for (const device of [jo, custodian]) {
      const [answer, unknown] = [await device.ask("/api/overview"), await device.ask("/api/nothing-of-the-kind")];
      expect([answer.statusCode, answer.json()]).toEqual([unknown.statusCode, unknown.json()]);
    }
  });

  test("what a device says that is not enrolled, or that cannot be read, is not kept, and costs nothing", async () => {
    expect((await says(jo, 3)).statusCode).toBe(200);
    await enrol(ash);
    expect((await says(jo, 3, ash.deviceId)).statusCode).toBe(200);
    for (const text of ["", "x 3", `${ash.deviceId} -1`, `${ash.deviceId} 1e9`, `${ash.deviceId} 3 4`]) {
      const answer = await ash.send("/api/sync/digest", { digest: "0".repeat(64) }, { [UNSENT_HEADER]: text });
      expect(answer.statusCode).toBe(200);
    }
    expect(await told()).toEqual([]);
  });

  test("the role that counts it can read no word of a record, and change nothing", async () => {
    for (const query of [
      "select body from revision",
      "select outer_body from branch",
      "select body from quarantine",
      "select 1 from section",
      "select 1 from head",
      "select case_id from record",
      "update device_said set waiting = 0",
    ]) {
      await expect(server().store.asCounter((tx) => sql.raw(query).execute(tx))).rejects.toThrow(/permission denied/);
    }
    expect(await keeper().look("select 1 from device_said limit 0")).toEqual([]);
  });
};
