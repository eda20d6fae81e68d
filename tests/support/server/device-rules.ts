import { beforeAll, expect, test } from "vitest";
import { newId } from "./bodies";
import type { Keeper } from "./keepers";
import { enrolmentOf, newSigningDevice, type SigningDevice } from "./sealing-device";
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

  test("without a session nobody enrols a device", async () => {
    const payload = await enrolmentOf(await newSigningDevice(), jo!.who.accountId);
    expect((await jo!.send("/api/devices", payload, { cookie: "" })).statusCode).toBe(401);
  });
};
