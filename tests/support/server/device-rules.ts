import { beforeAll, describe, expect, test } from "vitest";
import { letDeviceBack, takeOffDevice } from "#server/devices/take-off";
import { caseOperation, newId } from "./bodies";
import type { Keeper } from "./keepers";
import { enrolmentOf, newSigningDevice, sendSealed, signedMessage, type SigningDevice } from "./sealing-device";
import { newDevice } from "./test-server";
import type { TestDevice, TestServer } from "./test-server";

/** What enrolling a device promises. */
export const describeDevices = (server: () => TestServer, keeper: () => Keeper): void => {
  let areaId: string;
  let [jo, ash]: TestDevice[] = [];
  beforeAll(async () => {
    areaId = await server().newArea();
    [jo, ash] = [await server().newPerson(areaId), await server().newPerson(areaId)];
  });
  const enrol = async (device: SigningDevice, person = jo!) =>
    person.send("/api/devices", await enrolmentOf(device, person.who.accountId));
  const auditOf = async (deviceId: string) =>
    (await keeper().look("select kind, reason from audit where device_id = $1 order by seq", [deviceId])).map(
      ({ kind, reason }) => [kind, reason],
    );

  test("a device is enrolled once, however often it asks, and the audit says so once", async () => {
    const device = await newSigningDevice();
    for (let n = 0; n < 3; n += 1) {
      const answer = await enrol(device);
      expect([answer.statusCode, answer.json()]).toEqual([200, { deviceId: device.deviceId }]);
    }
    expect(await auditOf(device.deviceId)).toEqual([["device-enrolled", null]]);
  });

  test("a device that two people share is enrolled for each", async () => {
    const device = await newSigningDevice();
    expect([(await enrol(device)).statusCode, (await enrol(device, ash)).statusCode]).toEqual([200, 200]);
    const rows = await keeper().look("select account_id from device_person where device_id = $1", [device.deviceId]);
    expect(new Set(rows.map(({ account_id }) => account_id))).toEqual(new Set([jo!.who.accountId, ash!.who.accountId]));
  });

  test("an id belongs to the key that it came with: another key, of whoever, is told so and changes nothing", async () => {
    const device = await newSigningDevice();
    await enrol(device);
    const other = await newSigningDevice(device.deviceId);
    for (const person of [jo, ash]) {
      const answer = await enrol(other, person);
      expect([answer.statusCode, answer.json()]).toEqual([409, { error: "device-of-another-key" }]);
    }
    expect(await keeper().look("select public_key from device where device_id = $1", [device.deviceId])).toEqual([
      { public_key: device.publicKey },
    ]);
    expect(await auditOf(device.deviceId)).toEqual([
      ["device-enrolled", null],
      ["alarm", "device-of-another-key"],
      ["alarm", "device-of-another-key"],
    ]);
  });

  test("nobody enrols a key that they do not have, nor by what was signed for somebody else", async () => {
    const device = await newSigningDevice();
    const own = await enrolmentOf(device, jo!.who.accountId);
    const borrowed = await ash!.send("/api/devices", own);
    expect([borrowed.statusCode, borrowed.json()]).toMatchObject([400, { faults: [{ path: "proof" }] }]);
    const [another, elsewhere] = [await newSigningDevice(device.deviceId), { ...own, deviceId: newId() }];
    const forged = { ...own, proof: (await enrolmentOf(another, jo!.who.accountId)).proof };
    for (const payload of [forged, elsewhere]) expect((await jo!.send("/api/devices", payload)).statusCode).toBe(400);
    expect(await auditOf(device.deviceId)).toEqual([]);
  });

  test("what is no point of the curve is named", async () => {
    const device = await newSigningDevice();
    const own = await enrolmentOf(device, jo!.who.accountId);
    const off = Buffer.from(own.publicKey, "base64");
    off[40] = (off[40] ?? 0) ^ 1;
    for (const publicKey of [off.toString("base64"), Buffer.alloc(65).toString("base64")]) {
      const answer = await jo!.send("/api/devices", { ...own, publicKey });
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { faults: [{ path: "publicKey" }] }]);
    }
    for (const publicKey of ["", "AAAA", 5, "no base64".padEnd(88, "!")])
      expect((await jo!.send("/api/devices", { ...own, publicKey })).statusCode).toBe(400);
  });

  describe("a device that was taken off", () => {
    const TAKEN_OFF = { error: "device-taken-off" };
    let device: SigningDevice;
    let [one, both]: TestDevice[] = [];
    const posted = async (from = device, person = one!) =>
      sendSealed(server(), await signedMessage(from, person.who.accountId, { database: "strandline-a" }));
    const pushed = (person: TestDevice, deviceId: string) =>
      person.send("/api/sync/push", {
        ...{ protocol: 1, deviceId, events: [] },
        ops: [caseOperation(server().practice)],
      });
    const signedInAgain = ({ who }: TestDevice) => newDevice(server().app, server().store, who);
    beforeAll(async () => {
      [one, both] = [await server().newPerson(areaId), await server().newPerson(areaId)];
      device = await newSigningDevice();
      for (const person of [one, both]) expect((await enrol(device, person)).statusCode).toBe(200);
      expect([(await posted()).statusCode, (await pushed(one, device.deviceId)).statusCode]).toEqual([200, 200]);
      expect(await takeOffDevice(server().store, areaId, device.deviceId)).toEqual({ ok: true, value: undefined });
    });

    test("HAZ-25 has no session any more, nor has anybody who worked on it", async () => {
      for (const person of [one!, both!]) {
        expect((await person.send("/api/sync/pull", { manifest: [] })).statusCode).toBe(401);
      }
      expect((await jo!.send("/api/sync/pull", { manifest: [] })).statusCode).toBe(200);
    });

    test("HAZ-25 is told so when it posts what is sealed, and nothing is kept", async () => {
      for (const person of [one!, both!]) {
        const answer = await posted(device, person);
        expect([answer.statusCode, answer.json()]).toEqual([410, TAKEN_OFF]);
      }
      const rows = await keeper().look("select heard_at from sealed_database where device_id = $1", [device.deviceId]);
      expect(rows).toHaveLength(1); // from before
    });

    test("HAZ-25 is told so when it pushes, however its id is written, and nothing is kept", async () => {
      const again = await signedInAgain(one!);
      for (const deviceId of [device.deviceId, device.deviceId.toUpperCase()]) {
        const answer = await pushed(again, deviceId);
        expect([answer.statusCode, answer.json()]).toEqual([410, TAKEN_OFF]);
      }
      const kept = await keeper().look("select 1 from revision where device_id = $1", [device.deviceId]);
      expect(kept).toHaveLength(1); // from before
      expect((await pushed(again, newId())).statusCode).toBe(200);
    });

    test("HAZ-25 enrols for nobody, by an old proof or a new one", async () => {
      for (const person of [await signedInAgain(one!), ash!]) {
        const answer = await enrol(device, person);
        expect([answer.statusCode, answer.json()]).toEqual([410, TAKEN_OFF]);
      }
      const rows = await keeper().look("select 1 from device_person where device_id = $1", [device.deviceId]);
      expect(rows).toHaveLength(2);
    });

    test("is told so to itself alone: who cannot sign as it learns nothing of it", async () => {
      const other = await newSigningDevice(device.deviceId);
      expect((await posted(other)).json()).toEqual({ error: "unknown-device" });
      expect((await posted(device, ash)).json()).toEqual({ error: "unknown-device" });
    });

    test("is not another area's to take off, and is let back when it was found", async () => {
      const elsewhere = await server().newArea();
      for (const change of [takeOffDevice, letDeviceBack]) {
        const asked = await change(server().store, elsewhere, device.deviceId);
        expect(asked).toEqual({ ok: false, error: { type: "NoSuchDevice" } });
      }
      expect((await posted()).statusCode).toBe(410);
      expect((await letDeviceBack(server().store, areaId, device.deviceId)).ok).toBe(true);
      expect((await posted()).statusCode).toBe(200);
      expect((await pushed(await signedInAgain(one!), device.deviceId)).statusCode).toBe(200);
      const kinds = (await auditOf(device.deviceId)).map(([kind]) => kind);
      expect(kinds).toEqual(expect.arrayContaining(["device-taken-off", "device-let-back", "alarm"]));
    });
  });

  test("without a session nobody enrols a device", async () => {
    const payload = await enrolmentOf(await newSigningDevice(), jo!.who.accountId);
    expect((await jo!.send("/api/devices", payload, { cookie: "" })).statusCode).toBe(401);
  });
};
