import { aDeliveringDevice, answered } from "../../support/delivering"; // first: it brings the database
import { expect, test } from "vitest";
import { sha256Hex } from "#platform/digest";
import type { PullResponse } from "#core/schema/wire";
import { operation, receiptOf, remoteHead } from "../../support/revisions";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const pulled = (change: Partial<PullResponse>): PullResponse => ({
  puts: [],
  gone: [],
  more: false,
  storeEpoch: "first",
  policy: { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 },
  ...change,
});
const put = (revId: number, recordId: number, parents: readonly number[] = []) => ({
  ...remoteHead(revId, recordId, parents),
  ver: `v${revId}`,
});
const notHere = (recordId: number) => ({ id: uuid(recordId), reason: "not-here" });

/** A device that delivered revision 1 of record 10 and then 2 of it, and revision 3 of record 11, to the first store. */
const afterDelivery = async () => {
  const device = await aDeliveringDevice();
  valueOf(await device.deliveries.take(pulled({})));
  const sent = await Promise.all(
    [operation(1, 10), operation(2, 10, [1]), operation(3, 11)].map(async (each) => ({
      ...each,
      sha256: await sha256Hex(each.body),
    })),
  );
  valueOf(await device.outbox.add(sent));
  const results = sent.map(({ sha256 }, index) => ({
    ...answered(index + 1, "accepted", { ver: `v${index + 1}` }),
    receipt: { ...receiptOf(index + 1), sha256 },
  }));
  valueOf(await device.deliveries.settle(sent, results));
  const waiting = async () => valueOf(await device.deliveries.pending());
  expect(await waiting()).toEqual([]);
  return { ...device, waiting };
};

test("law 3: what was delivered and is gone from a store that was put back waits again, whole, as the same operation", async () => {
  const device = await afterDelivery();
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", gone: [notHere(10), notHere(11)] })));
  const again = await device.waiting();
  expect(again.map(({ opId, parents, body }) => [opId, parents, body])).toEqual([
    [uuid(2), [], '{"of":2}'],
    [uuid(3), [], '{"of":3}'],
  ]);
  expect(again[0]?.sha256).toBe(await sha256Hex('{"of":2}'));
});

test("law 3: where an earlier version stands, the later one follows what it followed, and never writes over another", async () => {
  const device = await afterDelivery();
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", puts: [put(1, 10), put(3, 11)] })));
  expect((await device.waiting()).map(({ opId, parents }) => [opId, parents])).toEqual([[uuid(2), [uuid(1)]]]);
});

test("law 3: a first page of several does not make the later ones look like ordinary news", async () => {
  const device = await afterDelivery();
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", gone: [notHere(11)], more: true })));
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", puts: [put(1, 10)] })));
  expect((await device.waiting()).map(({ opId }) => opId)).toEqual([uuid(2), uuid(3)]);
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", puts: [put(1, 10)] })));
  expect(await device.waiting()).toHaveLength(2);
});

test("law 3: what was delivered and is not here any more waits again, though the store calls itself the same", async () => {
  const device = await afterDelivery();
  valueOf(await device.deliveries.take(pulled({ gone: [notHere(10)], puts: [put(9, 11, [3])] })));
  expect((await device.waiting()).map(({ opId }) => opId)).toEqual([uuid(2)]); // and what somebody changed is news
});

test("law 3: what is offered again goes before what follows it", async () => {
  const device = await afterDelivery();
  valueOf(await device.outbox.add([operation(4, 10, [2])]));
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", gone: [notHere(10)], puts: [put(3, 11)] })));
  expect((await device.waiting()).map(({ opId }) => opId)).toEqual([uuid(2), uuid(4)]);
});

test("what this person may no longer see goes again once: a store that has it answers as before, another holds it safely", async () => {
  const device = await afterDelivery();
  const gone = [{ id: uuid(10), reason: "access-ended" }];
  valueOf(await device.deliveries.take(pulled({ gone: [], puts: [] })));
  expect(await device.waiting()).toEqual([]);
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", gone, puts: [put(3, 11)] })));
  const [again, ...none] = await device.waiting();
  expect([again?.recordId, again?.opId, none]).toEqual([uuid(10), uuid(2), []]);
});

test("what the device has since been given in other words is offered as a new version, not under the old id", async () => {
  const device = await afterDelivery();
  valueOf(
    await device.deliveries.take(pulled({ puts: [{ ...put(3, 11), body: '{"of":3,"seen":"by this person"}' }] })),
  );
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", gone: [notHere(11)], puts: [put(2, 10)] })));
  const [again, ...none] = await device.waiting();
  expect(none).toEqual([]);
  expect(again?.opId).not.toBe(uuid(3));
  expect(again?.body).toBe('{"of":3,"seen":"by this person"}');
});

test("law 3: what a store that was put back had held safely waits again, whole, once, under its own id", async () => {
  const device = await afterDelivery();
  const body = '{"of":7}';
  const held = { ...operation(7, 12, [6]), body, sha256: await sha256Hex(body) };
  valueOf(await device.outbox.add([held]));
  const result = {
    ...answered(7, "quarantined", { reason: "access" }),
    receipt: { ...receiptOf(7), sha256: held.sha256 },
  };
  valueOf(await device.deliveries.settle([held], [result]));
  const puts = [put(2, 10), put(3, 11)];
  valueOf(await device.deliveries.take(pulled({ puts })));
  expect(await device.waiting()).toEqual([]);
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", more: true, puts: [put(2, 10)] })));
  expect(await device.waiting()).toEqual([]);
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", puts: [put(3, 11)] })));
  expect((await device.waiting()).map(({ opId, parents, body: words }) => [opId, parents, words])).toEqual([
    [uuid(7), [uuid(6)], body],
  ]);
  expect(valueOf(await device.deliveries.count())).toEqual({ waiting: 1, needPerson: 0 });
  valueOf(await device.deliveries.take(pulled({ storeEpoch: "second", puts })));
  expect(await device.waiting()).toHaveLength(1);
});
