import { expect, test } from "vitest";
import { furtherFromDelivered } from "#core/schema/delivery";
import type { Operation } from "#core/schema/operation";
import { overlay, type RecordHead } from "#core/sync/overlay";
import type { RemoteRecord } from "#core/sync/remote-record";
import { operation, receiptOf, remoteHead, unsent } from "../../../support/revisions";
import { uuid } from "../../../support/uuid";

const RECORD = 100;
const OTHER = 200;
const laid = (remote: readonly RemoteRecord[], operations: readonly Operation[]) => overlay(remote, unsent(operations));
const summary = (heads: readonly RecordHead[]) =>
  heads.map(({ head, otherHeads, delivery }) => [head.revId, otherHeads.map((other) => other.revId), delivery.kind]);

test("with nothing to deliver, what the server said is what people see, and it is delivered", () => {
  const [seen] = laid([remoteHead(1, RECORD)], []);
  const { branches, ...head } = remoteHead(1, RECORD);
  expect(branches).toEqual([]);
  expect(seen).toEqual({ head, otherHeads: [], delivery: { kind: "delivered" } });
});

test("a record that only this device has is seen, and waits", () => {
  const [seen] = laid([], [operation(1, RECORD, [], 5_000)]);
  expect(seen).toMatchObject({
    head: { revId: uuid(1), body: '{"of":1}' },
    delivery: { kind: "waiting", sinceMs: 5_000 },
  });
});

test("an amendment lies over what the server said", () => {
  expect(summary(laid([remoteHead(1, RECORD)], [operation(2, RECORD, [1])]))).toEqual([[uuid(2), [], "waiting"]]);
});

test("a chain of amendments shows its last one, in whatever order it lies", () => {
  const chain = [operation(1, RECORD), operation(2, RECORD, [1]), operation(3, RECORD, [2])];
  expect(summary(laid([], chain))).toEqual([[uuid(3), [], "waiting"]]);
  expect(summary(laid([], chain.toReversed()))).toEqual([[uuid(3), [], "waiting"]]);
});

test("a record has waited since the earliest of its operations, whichever way the clock went", () => {
  const [seen] = laid([], [operation(1, RECORD, [], 9_000), operation(2, RECORD, [1], 4_000)]);
  expect(seen?.delivery).toEqual({ kind: "waiting", sinceMs: 4_000 });
});

test("law 1: two amendments of one revision are two versions, and both are there", () => {
  const seen = laid([], [operation(1, RECORD), operation(2, RECORD, [1]), operation(3, RECORD, [1])]);
  expect(summary(seen)).toEqual([[uuid(3), [uuid(2)], "waiting"]]);
});

test("law 3: when the server moved on meanwhile, this device's own words are on top and the server's are kept", () => {
  expect(summary(laid([remoteHead(7, RECORD)], [operation(2, RECORD, [1])]))).toEqual([
    [uuid(2), [uuid(7)], "waiting"],
  ]);
});

test("a merge with two parents leaves one version", () => {
  const seen = laid([remoteHead(7, RECORD)], [operation(2, RECORD, [1]), operation(3, RECORD, [2, 7])]);
  expect(summary(seen)).toEqual([[uuid(3), [], "waiting"]]);
});

test("law 2: a chain that runs in a circle still shows its record", () => {
  expect(summary(laid([], [operation(1, RECORD, [2]), operation(2, RECORD, [1])]))).toEqual([[uuid(2), [], "waiting"]]);
  expect(summary(laid([], [operation(1, RECORD, [1])]))).toEqual([[uuid(1), [], "waiting"]]);
});

test("law 4: an operation that names another record's revision as its parent does not hide it", () => {
  expect(summary(laid([remoteHead(1, RECORD)], [operation(2, OTHER, [1])]))).toEqual([
    [uuid(1), [], "delivered"],
    [uuid(2), [], "waiting"],
  ]);
});

test("law 5: a revision that came back before its operation was let go is one revision, and still waits", () => {
  expect(summary(laid([remoteHead(2, RECORD, [1])], [operation(2, RECORD, [1])]))).toEqual([[uuid(2), [], "waiting"]]);
});

test("what somebody else built on this device's revision lies over it", () => {
  expect(summary(laid([remoteHead(3, RECORD, [2])], [operation(2, RECORD, [1])]))).toEqual([[uuid(3), [], "waiting"]]);
});

test("what the server has keeps its receipt beside it", () => {
  const receipt = receiptOf(1);
  expect(laid([{ ...remoteHead(1, RECORD), receipt }], [])[0]?.delivery).toEqual({ kind: "delivered", receipt });
});

test("law 3: two versions at the server are both there, the head on top, and a person is needed", () => {
  const branch = { revId: uuid(8), parents: [uuid(1)], schemaVersion: 1, body: '{"of":8}' };
  const [seen] = laid([{ ...remoteHead(7, RECORD, [1]), branches: [branch] }], []);
  expect(seen?.head.revId).toBe(uuid(7));
  expect(seen?.otherHeads).toMatchObject([{ ...branch, recordId: uuid(RECORD) }]);
  expect(seen?.delivery).toEqual({ kind: "needs-you", reason: "two-versions" });
});

test("law 3: a version that is held safely is still what people see, over what the server last said", () => {
  const held = { ...remoteHead(2, RECORD, [1]), held: "access", receipt: receiptOf(2) };
  const [seen, ...none] = laid([held, remoteHead(1, RECORD)], []);
  expect(none).toEqual([]);
  expect(seen).toMatchObject({ head: { revId: uuid(2) }, otherHeads: [] });
  expect(seen?.delivery).toEqual({ kind: "needs-you", reason: "held", receipt: receiptOf(2) });
});

test("law 6: one refused operation of a record needs a person, and touches no other record", () => {
  const waiting = [operation(1, RECORD), operation(2, RECORD, [1]), operation(3, OTHER)];
  const seen = overlay([], unsent(waiting, [1]));
  expect(seen.map(({ delivery }) => delivery)).toEqual([
    { kind: "needs-you", reason: "refused" },
    { kind: "waiting", sinceMs: 0 },
  ]);
});

test("a profile and its plan are sent when both are", () => {
  const [sent, waits, needsYou] = [
    { kind: "delivered" },
    { kind: "waiting", sinceMs: 1 },
    { kind: "needs-you", reason: "refused" },
  ] as const;
  expect(furtherFromDelivered(sent, waits)).toBe(waits);
  expect(furtherFromDelivered(needsYou, waits)).toBe(needsYou);
  expect(furtherFromDelivered(sent, sent)).toBe(sent);
});
