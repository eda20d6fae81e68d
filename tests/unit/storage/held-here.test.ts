import { aDeliveringDevice, answered } from "../../support/delivering"; // first: it brings the database
import { expect, test } from "vitest";
import { aCase } from "../../support/made-up-bodies";
import { operation, remoteHead } from "../../support/revisions";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const POLICY = { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 };
const decision = (of: number, kind: string) => ({
  opId: uuid(of),
  kind,
  words: "Ask Ash.",
  byName: "Ruth",
  atMs: 9_000,
});

/** Two of this device's own that the server holds, and one that it took in. */
const holding = async () => {
  const device = await aDeliveringDevice();
  const sent = [operation(1, 10), operation(2, 11), operation(3, 12)];
  valueOf(await device.outbox.add(sent));
  const held = { reason: "access" };
  valueOf(
    await device.deliveries.settle(sent, [
      answered(1, "quarantined", held),
      answered(2, "quarantined", held),
      answered(3, "accepted", { ver: "v1" }),
    ]),
  );
  return device;
};
const heldIds = async ({ heldHere }: Awaited<ReturnType<typeof holding>>) =>
  valueOf(await heldHere.list()).map(({ revId }) => revId);

test("what is held is listed with why, and nothing else is", async () => {
  const device = await holding();
  expect(valueOf(await device.heldHere.list())).toMatchObject([
    { revId: uuid(1), held: "access" },
    { revId: uuid(2), held: "access" },
  ]);
});

test.each(["concern", "note"] as const)("HAZ-10 a %s that is held is not among it", async (recordType) => {
  const device = await aDeliveringDevice();
  const sent = { ...operation(1, 10), recordType };
  valueOf(await device.outbox.add([sent]));
  valueOf(await device.deliveries.settle([sent], [answered(1, "quarantined", { reason: "words-changed" })]));
  expect(await heldIds(device)).toEqual([]);
  valueOf(await device.heldHere.decide([decision(1, "released")]));
  expect(valueOf(await device.deliveries.count()).needPerson).toBe(0);
});

test("law 1: what was taken in is held no more, and needs nobody", async () => {
  const device = await holding();
  valueOf(await device.heldHere.decide([decision(1, "released")]));
  expect(await heldIds(device)).toEqual([uuid(2)]);
  expect(valueOf(await device.deliveries.count()).needPerson).toBe(1);
});

test("law 1: the family that stayed for what was held leaves with it, and stays while something else hangs on it", async () => {
  const device = await aDeliveringDevice();
  const body = JSON.stringify(aCase());
  const sent = [1, 2].map((opId) => ({ ...operation(opId, 20 + opId), caseId: uuid(10) }));
  const family = { ...remoteHead(5, 10), recordType: "case", caseId: uuid(10), body, ver: "v1", branches: [] };
  const said = { more: false, storeEpoch: "first", policy: POLICY };
  valueOf(await device.deliveries.take({ puts: [family], gone: [], ...said }));
  valueOf(await device.outbox.add(sent));
  valueOf(await device.deliveries.settle(sent, [answered(1, "quarantined"), answered(2, "quarantined")]));
  valueOf(await device.deliveries.take({ puts: [], gone: [{ id: uuid(10), reason: "access-ended" }], ...said }));
  const families = async () => valueOf(await device.records.list("case")).records.length;
  valueOf(await device.heldHere.decide([decision(1, "released")]));
  expect(await families()).toBe(1);
  valueOf(await device.heldHere.decide([decision(2, "released")]));
  expect(await families()).toBe(0);
  expect(valueOf(await device.deliveries.count())).toEqual({ waiting: 0, needPerson: 0 });
});

test("law 2: what was returned stays whole, with the words of the first time, however often it is heard", async () => {
  const device = await holding();
  const [before] = valueOf(await device.heldHere.list());
  valueOf(await device.heldHere.decide([decision(1, "returned")]));
  valueOf(await device.heldHere.decide([{ ...decision(1, "returned"), words: "Other words." }]));
  const [after] = valueOf(await device.heldHere.list());
  expect(after).toEqual({ ...before, returned: { words: "Ask Ash.", byName: "Ruth", atMs: 9_000 } });
});

test("law 3: what is not named, and a decision that only a newer version knows, change nothing", async () => {
  const device = await holding();
  const before = valueOf(await device.heldHere.list());
  valueOf(await device.heldHere.decide([decision(1, "reassigned"), decision(3, "released"), decision(7, "released")]));
  expect(valueOf(await device.heldHere.list())).toEqual(before);
  expect(valueOf(await device.deliveries.held()).versions.get(uuid(12))).toBe("v1");
});
