import { aDeliveringDevice, deviceId } from "../support/delivering"; // first: it brings the database
import fc from "fast-check";
import { expect, test } from "vitest";
import { ok } from "#core/result";
import type { Operation, RecordType } from "#core/schema/operation";
import type { PushRequest } from "#core/schema/wire";
import { concernsFirst } from "#core/sync/concerns-first";
import { batches } from "#sync/batches";
import { syncOnce } from "#sync/sync-once";
import { runs } from "../support/runs";
import { operation, receiptOf } from "../support/revisions";
import { valueOf } from "../support/value-of";

const types = fc.array(fc.constantFrom<RecordType>("concern", "concern", "note", "case", "profile", "plan", "review"), {
  maxLength: 130,
  size: "max",
});
const operationsOf = (recordTypes: readonly RecordType[]): readonly Operation[] =>
  recordTypes.map((recordType, index) => ({ ...operation(index + 1, 1_000 + index), recordType }));
const isConcern = ({ recordType }: Operation): boolean => recordType === "concern";

test("law 1: no operation goes before a concern, and a concern shares its push with nothing else", () => {
  fc.assert(
    fc.property(types, (recordTypes) => {
      const cut = batches(concernsFirst(operationsOf(recordTypes)), (text) => text.length);
      const kinds = cut.map((ops) => new Set(ops.map(isConcern)));
      expect(kinds.every(({ size }) => size === 1)).toBe(true);
      const order = cut.flat().map(isConcern);
      expect(order).toEqual([...order].sort((one, other) => Number(other) - Number(one)));
    }),
    runs,
  );
});

test("law 2: nothing is lost, and each keeps its place among its own kind", () => {
  fc.assert(
    fc.property(types, (recordTypes) => {
      const operations = operationsOf(recordTypes);
      const ordered = concernsFirst(operations);
      for (const kind of [true, false]) {
        expect(ordered.filter((each) => isConcern(each) === kind)).toEqual(
          operations.filter((each) => isConcern(each) === kind),
        );
      }
    }),
    runs,
  );
});

test("law 4 of a round: a concern that is written while much is being delivered goes in the very next push", async () => {
  const { deliveries, events, questionnaires, outbox } = await aDeliveringDevice();
  valueOf(await outbox.add(operationsOf(Array.from({ length: 120 }, () => "profile" as const))));
  const late: Operation = { ...operation(900, 901), recordType: "concern" };
  const pushes: PushRequest[] = [];
  const push = async (request: PushRequest) => {
    if (pushes.length === 0) valueOf(await outbox.add([late]));
    pushes.push(request);
    const results = request.ops.map(({ opId, sha256 }) => ({
      ...{ opId, status: "accepted" as const, receipt: { ...receiptOf(0), revId: opId, sha256 } },
    }));
    return ok({ results });
  };
  const transport = {
    push,
    compare: async () => ok({ isSame: true as const, policyVersion: undefined }),
    pull: () => Promise.reject(new Error("nothing is different")),
    questionnaire: () => Promise.reject(new Error("nothing was added")),
  };
  valueOf(await syncOnce({ transport, deliveries, events, questionnaires, sha256: async (text) => text, deviceId }));
  expect(pushes.map(({ ops }) => ops.length)).toEqual([50, 1, 50, 20]);
  expect(pushes[1]?.ops[0]?.opId).toBe(late.opId);
  expect(valueOf(await deliveries.isAnythingWaiting())).toBe(false);
});
