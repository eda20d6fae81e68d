import fc from "fast-check";
import { expect, test } from "vitest";
import "../support/runs";
import type { Operation } from "#core/schema/operation";
import { overlay } from "#core/sync/overlay";
import type { RemoteHead } from "#core/sync/remote-head";
import { operation, remoteHead, unsent } from "../support/revisions";

/** A revision never changes, so each has its record and parents once, wherever it lies. */
interface Drawn {
  readonly rev: number;
  readonly record: number;
  readonly parents: number[];
  readonly atMs: number;
  readonly isRemote: boolean;
  readonly isUnsent: boolean;
}
// Few ids, so that parents are often met, records are often shared, and circles come about.
const rev = fc.integer({ min: 1, max: 12 });
const drawn: fc.Arbitrary<Drawn> = fc.record({
  rev,
  record: fc.integer({ min: 100, max: 103 }),
  parents: fc.uniqueArray(rev, { maxLength: 2 }),
  atMs: fc.nat(1_000),
  isRemote: fc.boolean(),
  isUnsent: fc.boolean(),
});
const places = fc.uniqueArray(drawn, { selector: (each) => each.rev, size: "max", maxLength: 12 }).map((all) => {
  const remote = all.filter((each) => each.isRemote);
  // The server says one head a record.
  const heads = remote.filter((each, index) => remote.findIndex((other) => other.record === each.record) === index);
  return {
    remote: heads.map((each) => remoteHead(each.rev, each.record, each.parents)),
    outbox: all
      .filter((each) => each.isUnsent)
      .map((each) => operation(each.rev, each.record, each.parents, each.atMs)),
  };
});

const idOf = (revision: RemoteHead | Operation): string => ("revId" in revision ? revision.revId : revision.opId);

test("the laws of the overlay hold for any chains, torn, branched or running in circles", () => {
  fc.assert(
    fc.property(places, ({ remote, outbox }) => {
      const seen = overlay(remote, unsent(outbox));
      const all = [...remote, ...outbox];
      expect(seen.map(({ head }) => head.recordId).sort(), "law 2: each record once").toEqual(
        [...new Set(all.map((revision) => revision.recordId))].sort(),
      );
      for (const { head, otherHeads, delivery } of seen) {
        const ofRecord = all.filter((revision) => revision.recordId === head.recordId);
        const followed = new Set(ofRecord.flatMap((revision) => revision.parents));
        const nobodysParents = ofRecord.filter((revision) => !followed.has(idOf(revision)));
        const expected = [...new Set(nobodysParents.map(idOf))];
        const heads = [...otherHeads, head].map((revision) => revision.revId);
        if (expected.length > 0) expect([...heads].sort(), "law 1").toEqual([...expected].sort());
        else expect(otherHeads, "law 2: a circle shows one").toEqual([]);

        const own = outbox.filter((each) => each.recordId === head.recordId);
        const lastOwnHead = own.filter((each) => expected.includes(each.opId)).at(-1);
        if (lastOwnHead !== undefined) expect(head.revId, "law 3").toBe(lastOwnHead.opId);
        const settled = otherHeads.length > 0 ? "needs-you" : "delivered";
        expect(delivery.kind, "laws 5 and 6").toBe(own.length > 0 ? "waiting" : settled);
      }
    }),
    { numRuns: 200 },
  );
});

test("law 4: what is done to other records changes nothing about a record", () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 100, max: 103 }), ({ remote, outbox }, n) => {
      const id = operation(1, n).recordId;
      const of = <T extends { recordId: string }>(revisions: readonly T[]): T[] =>
        revisions.filter((revision) => revision.recordId === id);
      const seen = overlay(remote, unsent(outbox)).filter(({ head }) => head.recordId === id);
      expect(seen).toEqual(overlay(of(remote), unsent(of(outbox))));
    }),
    { numRuns: 200 },
  );
});
