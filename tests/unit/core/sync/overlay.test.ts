import { expect, test } from "vitest";
import { overlay, type RecordHead } from "#core/sync/overlay";
import { operation, remoteHead } from "../../../support/revisions";
import { uuid } from "../../../support/uuid";

const RECORD = 100;
const OTHER = 200;
const summary = (heads: readonly RecordHead[]) =>
  heads.map(({ head, otherHeads, delivery }) => [head.revId, otherHeads.map((other) => other.revId), delivery.kind]);

test("with nothing to deliver, what the server said is what people see, and it is delivered", () => {
  const [seen] = overlay([remoteHead(1, RECORD)], []);
  expect(seen).toEqual({ head: remoteHead(1, RECORD), otherHeads: [], delivery: { kind: "delivered" } });
});

test("a record that only this device has is seen, and waits", () => {
  const [seen] = overlay([], [operation(1, RECORD, [], 5_000)]);
  expect(seen).toMatchObject({
    head: { revId: uuid(1), body: '{"of":1}' },
    delivery: { kind: "waiting", sinceMs: 5_000 },
  });
});

test("an amendment lies over what the server said", () => {
  expect(summary(overlay([remoteHead(1, RECORD)], [operation(2, RECORD, [1])]))).toEqual([[uuid(2), [], "waiting"]]);
});

test("a chain of amendments shows its last one, in whatever order it lies", () => {
  const chain = [operation(1, RECORD), operation(2, RECORD, [1]), operation(3, RECORD, [2])];
  expect(summary(overlay([], chain))).toEqual([[uuid(3), [], "waiting"]]);
  expect(summary(overlay([], chain.toReversed()))).toEqual([[uuid(3), [], "waiting"]]);
});

test("a record has waited since the earliest of its operations, whichever way the clock went", () => {
  const [seen] = overlay([], [operation(1, RECORD, [], 9_000), operation(2, RECORD, [1], 4_000)]);
  expect(seen?.delivery).toEqual({ kind: "waiting", sinceMs: 4_000 });
});

test("law 1: two amendments of one revision are two versions, and both are there", () => {
  const seen = overlay([], [operation(1, RECORD), operation(2, RECORD, [1]), operation(3, RECORD, [1])]);
  expect(summary(seen)).toEqual([[uuid(3), [uuid(2)], "waiting"]]);
});

test("law 3: when the server moved on meanwhile, this device's own words are on top and the server's are kept", () => {
  expect(summary(overlay([remoteHead(7, RECORD)], [operation(2, RECORD, [1])]))).toEqual([
    [uuid(2), [uuid(7)], "waiting"],
  ]);
});

test("a merge with two parents leaves one version", () => {
  const seen = overlay([remoteHead(7, RECORD)], [operation(2, RECORD, [1]), operation(3, RECORD, [2, 7])]);
  expect(summary(seen)).toEqual([[uuid(3), [], "waiting"]]);
});

test("law 2: a chain that runs in a circle still shows its record", () => {
  expect(summary(overlay([], [operation(1, RECORD, [2]), operation(2, RECORD, [1])]))).toEqual([
    [uuid(2), [], "waiting"],
  ]);
  expect(summary(overlay([], [operation(1, RECORD, [1])]))).toEqual([[uuid(1), [], "waiting"]]);
});

test("law 4: an operation that names another record's revision as its parent does not hide it", () => {
  expect(summary(overlay([remoteHead(1, RECORD)], [operation(2, OTHER, [1])]))).toEqual([
    [uuid(1), [], "delivered"],
    [uuid(2), [], "waiting"],
  ]);
});

test("law 5: a revision that came back before its operation was let go is one revision, and still waits", () => {
  expect(summary(overlay([remoteHead(2, RECORD, [1])], [operation(2, RECORD, [1])]))).toEqual([
    [uuid(2), [], "waiting"],
  ]);
});

test("what somebody else built on this device's revision lies over it", () => {
  expect(summary(overlay([remoteHead(3, RECORD, [2])], [operation(2, RECORD, [1])]))).toEqual([
    [uuid(3), [], "waiting"],
  ]);
});
