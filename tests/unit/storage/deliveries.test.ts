import { aDeliveringDevice, answered } from "../../support/delivering"; // first: it brings the database
import { expect, test } from "vitest";
import type { PullResponse } from "#core/schema/wire";
import { aCase, aVisit } from "../../support/made-up-bodies";
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

const put = (revId: number, recordId: number, ver: string) => ({ ...remoteHead(revId, recordId), ver, branches: [] });

const pendingIds = async ({ deliveries }: Awaited<ReturnType<typeof aDeliveringDevice>>) =>
  valueOf(await deliveries.pending()).map(({ opId }) => opId);
const versions = async ({ deliveries }: Awaited<ReturnType<typeof aDeliveringDevice>>) =>
  Object.fromEntries(valueOf(await deliveries.held()).versions);

test.each(["accepted", "branched", "quarantined"] as const)(
  "law 1: an operation that was %s leaves the outbox with its receipt, and its body is still on the device",
  async (status) => {
    const device = await aDeliveringDevice();
    const sent = operation(1, 10);
    valueOf(await device.outbox.add([sent]));
    valueOf(await device.deliveries.settle([sent], [answered(1, status, { ver: "v1" })]));
    expect(await pendingIds(device)).toEqual([]);
    const { unreadable } = valueOf(await device.records.list("profile"));
    expect(unreadable.map(({ id }) => id)).toEqual([uuid(10)]); // its made-up body is no profile, and it is there
  },
);

test.each(["retry", "refused", "accepted"] as const)(
  "law 1: an operation that was %s without a receipt stays in the outbox",
  async (status) => {
    const device = await aDeliveringDevice();
    const sent = operation(1, 10);
    valueOf(await device.outbox.add([sent]));
    valueOf(await device.deliveries.settle([sent], [{ opId: sent.opId, status }]));
    const { waiting, needPerson } = valueOf(await device.deliveries.count());
    expect(waiting + needPerson).toBe(1);
  },
);

test("what was refused waits for a person and is not offered again; what may be retried is", async () => {
  const device = await aDeliveringDevice();
  const sent = [operation(1, 10), operation(2, 11)];
  valueOf(await device.outbox.add(sent));
  valueOf(await device.deliveries.settle(sent, [answered(1, "refused", { reason: "hash" }), answered(2, "retry")]));
  expect(await pendingIds(device)).toEqual([uuid(2)]);
  expect(valueOf(await device.deliveries.count())).toEqual({ waiting: 1, needPerson: 1 });
});

test("what is held safely is not named to the server, and counts as needing a person", async () => {
  const device = await aDeliveringDevice();
  const sent = operation(1, 10);
  valueOf(await device.outbox.add([sent]));
  valueOf(await device.deliveries.settle([sent], [answered(1, "quarantined", { reason: "access" })]));
  expect(await versions(device)).toEqual({});
  expect(valueOf(await device.deliveries.count())).toEqual({ waiting: 0, needPerson: 1 });
});

test("a record that was accepted is named by the version the server gave, or is fetched again where it gave none", async () => {
  const device = await aDeliveringDevice();
  const sent = [operation(1, 10), operation(2, 11)];
  valueOf(await device.outbox.add(sent));
  valueOf(await device.deliveries.settle(sent, [answered(1, "accepted", { ver: "v1" }), answered(2, "accepted")]));
  expect(await versions(device)).toEqual({ [uuid(10)]: "v1", [uuid(11)]: "stale" });
});

test("a second version is kept beside the first, which stays on top", async () => {
  const device = await aDeliveringDevice();
  valueOf(await device.deliveries.take(pulled({ puts: [put(5, 10, "v5")] })));
  const sent = operation(6, 10, [4]);
  valueOf(await device.outbox.add([sent]));
  valueOf(await device.deliveries.settle([sent], [answered(6, "branched")]));
  expect(await pendingIds(device)).toEqual([]);
  expect(await versions(device)).toEqual({ [uuid(10)]: "stale" });
});

test("law 2: what is fetched replaces and removes what the server said, and touches nothing that waits", async () => {
  const device = await aDeliveringDevice();
  valueOf(await device.outbox.add([operation(1, 10), operation(2, 12)]));
  valueOf(await device.deliveries.take(pulled({ puts: [put(3, 10, "a"), put(4, 11, "b")] })));
  valueOf(
    await device.deliveries.take(
      pulled({ puts: [put(7, 11, "c")], gone: [{ id: uuid(10), reason: "access-ended" }], storeEpoch: "second" }),
    ),
  );
  expect(await pendingIds(device)).toEqual([uuid(1), uuid(2)]);
  expect(await versions(device)).toEqual({ [uuid(11)]: "c" });
  expect(valueOf(await device.deliveries.held()).storeEpoch).toBe("second");
});

test("what the server told every device is remembered, and is nothing before it was heard", async () => {
  const { deliveries } = await aDeliveringDevice();
  expect(valueOf(await deliveries.policy())).toBeUndefined();
  const withdrawnWording = [{ id: "energy.home.dim-the-house", version: 1, useInstead: "" }];
  const policy = { version: "2", withdrawnWording, questionnaires: [], settings: {}, minimumProtocol: 1 };
  valueOf(await deliveries.take(pulled({ policy })));
  expect(valueOf(await deliveries.policy())).toEqual(policy);
});

test.each([
  ["another revision", { revId: uuid(99) }],
  ["other words", { sha256: "1".repeat(64) }],
])("law 1: a receipt of %s is no receipt, and the operation stays", async (_, wrong) => {
  const device = await aDeliveringDevice();
  const sent = operation(1, 10);
  valueOf(await device.outbox.add([sent]));
  const receipt = { ...receiptOf(1), ...wrong };
  valueOf(await device.deliveries.settle([sent], [{ opId: sent.opId, status: "accepted", receipt }]));
  expect(await pendingIds(device)).toEqual([sent.opId]);
});

test("a version that was kept beside another needs a person at once, before the next pull", async () => {
  const device = await aDeliveringDevice();
  valueOf(await device.deliveries.take(pulled({ puts: [caseNow(1, "Robin", "v1")] })));
  const mine = caseNow(2, "Robyn", "");
  const sent = { ...operation(2, 10, [1]), recordType: "case" as const, body: mine.body };
  valueOf(await device.outbox.add([sent]));
  valueOf(await device.deliveries.settle([sent], [answered(2, "branched")]));
  const { records } = valueOf(await device.records.list("case"));
  expect(records.map(({ delivery }) => delivery)).toMatchObject([{ kind: "needs-you", reason: "two-versions" }]);
});

test("law 4: HAZ-18 the record of a visit under way stays when access ends, and goes once nothing hangs on it", async () => {
  const device = await aDeliveringDevice();
  const gone = [{ id: uuid(10), reason: "access-ended" }];
  valueOf(await device.deliveries.take(pulled({ puts: [caseNow(1, "Robin", "v1")] })));
  const draft = { kind: "visit" as const, id: uuid(50), caseId: uuid(10), startedAtMs: 1, body: aVisit(uuid(10)) };
  valueOf(await device.drafts.save(draft, 0));
  valueOf(await device.deliveries.take(pulled({ gone })));
  const { records } = valueOf(await device.records.list("case"));
  expect(records.map(({ delivery }) => delivery)).toMatchObject([{ kind: "needs-you", reason: "access-ended" }]);
  expect(await versions(device)).toEqual({}); // the server is not asked about it any more
  valueOf(await device.drafts.remove(uuid(50)));
  valueOf(await device.deliveries.take(pulled({})));
  expect(valueOf(await device.records.list("case")).records).toEqual([]);
});

test("law 4: HAZ-02 the plan that somebody began to look at again stays with its profile when access ends", async () => {
  const device = await aDeliveringDevice();
  const [caseId, profileId, planId, other] = [uuid(10), uuid(11), uuid(12), uuid(13)];
  const of = (recordId: string, recordType: string, revId: number) => ({
    ...put(revId, 10, "v1"),
    recordId,
    recordType,
    caseId,
  });
  const puts = [of(profileId, "profile", 2), of(planId, "plan", 3), of(other, "plan", 4)];
  valueOf(await device.deliveries.take(pulled({ puts: [caseNow(1, "Robin", "v1"), ...puts] })));
  const body = { profileId, planId, sections: {} };
  valueOf(await device.drafts.save({ kind: "review", id: uuid(50), caseId, startedAtMs: 1, body }, 0));
  const gone = [caseId, profileId, planId, other].map((id) => ({ id, reason: "access-ended" }));
  valueOf(await device.deliveries.take(pulled({ gone })));
  const isHere = async (id: string) => {
    const found = await device.records.get(id);
    return found.ok || found.error.type !== "NotFound";
  };
  expect(await Promise.all([caseId, profileId, planId, other].map(isHere))).toEqual([true, true, true, false]);
});

const caseNow = (revId: number, name: string, ver: string) => ({
  ...put(revId, 10, ver),
  recordType: "case",
  body: JSON.stringify(aCase(name)),
});
