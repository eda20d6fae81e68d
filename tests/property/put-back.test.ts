import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { besideText, draftBeside, isSameDraft } from "#core/sealed/draft-beside";
import { type OnDevice, planPutBack } from "#core/sealed/plan-put-back";
import { type CarriedRow, RescueContent } from "#core/sealed/rescue-content";
import { runs } from "../support/runs";

const id = (kind: string) => fc.integer({ min: 1, max: 4 }).map((n) => `${kind}-${n}`);
const words = fc.constantFrom("trains", "boats", "planes");
const times = fc.integer({ min: 0, max: 3 });

const visit = fc
  .record({ id: id("record"), loves: words, savedAtMs: times, place: fc.constantFrom("start", "picture") })
  .map(({ id: profileId, loves, savedAtMs, place }) => ({
    id: profileId,
    version: savedAtMs + 1,
    content: JSON.stringify({
      kind: "visit",
      caseId: "case-1",
      savedAtMs,
      body: { profileId, planId: `${profileId}-plan`, place, profile: { loves }, plan: { profileId } },
    }),
  }));
const form = fc.record({ id: id("form"), what: words, savedAtMs: times }).map(({ id: formId, what, savedAtMs }) => ({
  id: formId,
  version: 1,
  content: JSON.stringify({ kind: "amendment", caseId: "case-1", savedAtMs, body: { profileId: "record-1", what } }),
}));
const damaged = id("record").map((draftId) => ({ id: draftId, version: 1, content: "{ half a dra" }));
const operation = fc
  .record({ id: id("rev"), recordId: id("record"), parents: fc.array(id("rev"), { maxLength: 2 }) })
  .map(({ id: opId, ...rest }) => ({
    id: opId,
    version: 1,
    content: JSON.stringify({ opId, recordType: "profile", caseId: "case-1", body: "{}", ...rest }),
  }));
const record = fc
  .record({ recordId: id("record"), revId: id("rev"), parents: fc.array(id("rev"), { maxLength: 1 }) })
  .map(({ recordId, ...rest }) => ({
    id: recordId,
    version: "ver",
    content: JSON.stringify({ recordType: "profile", recordId, caseId: "case-1", branches: [], ...rest }),
  }));
const many = (row: fc.Arbitrary<CarriedRow>) =>
  fc.uniqueArray(row, { selector: (each) => each.id, maxLength: 4, size: "max" });

const content = fc
  .record({
    drafts: many(fc.oneof({ arbitrary: visit, weight: 3 }, { arbitrary: form, weight: 2 }, damaged)),
    outbox: many(operation),
    remote: many(record),
    refused: fc.uniqueArray(id("rev"), { maxLength: 2 }).map((ids) => ids.map((opId) => ({ opId, reason: "size" }))),
  })
  .map((rows) => RescueContent.parse({ userId: "grace", ...rows }));
const mapOf = (rows: readonly CarriedRow[]) => new Map(rows.map((row) => [row.id, row.content]));
const device: fc.Arbitrary<OnDevice> = fc
  .record({ content, closed: fc.uniqueArray(fc.oneof(id("record"), id("rev")), { maxLength: 2 }) })
  .map(({ content: { drafts, outbox, remote }, closed }) => {
    const isOpen = (row: CarriedRow): boolean => !closed.includes(row.id);
    return {
      drafts: mapOf(drafts.filter(isOpen)),
      outbox: mapOf(outbox.filter(isOpen)),
      remote: mapOf(remote.filter(isOpen)),
      closed: new Set(closed),
      questionnaireIds: new Set<string>(),
      cameBefore: new Set<string>(),
    };
  });

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hashesOf = (file: RescueContent) => new Map(file.drafts.map((draft) => [draft.id, sha256(besideText(draft))]));

/** What a device has once a file was put back on it; `cameBefore` is kept for each file. */
const afterPuttingBack = (file: RescueContent, here: OnDevice) => {
  const plan = planPutBack(file, here, hashesOf(file));
  const added = (table: ReadonlyMap<string, string>, rows: readonly CarriedRow[]) =>
    new Map([...table, ...mapOf(rows)]);
  const after: OnDevice = {
    ...here,
    drafts: added(here.drafts, plan.drafts),
    outbox: added(here.outbox, plan.outbox),
    remote: added(here.remote, plan.remote),
    cameBefore: new Set([...here.cameBefore, ...[...plan.drafts, ...plan.outbox].map((row) => row.id)]),
  };
  return { plan, after };
};
const recordIdsOn = ({ outbox, remote }: OnDevice): ReadonlySet<string> =>
  new Set([...outbox.values(), ...remote.values()].map((text) => (JSON.parse(text) as { recordId: string }).recordId));

test("HAZ-02 putting back, law 1: what is on the device stays as it is", () => {
  fc.assert(
    fc.property(content, device, (file, here) => {
      const { plan, after } = afterPuttingBack(file, here);
      for (const table of ["drafts", "outbox", "remote"] as const) {
        for (const [rowId, before] of here[table]) expect(after[table].get(rowId)).toBe(before);
        for (const row of plan[table]) expect(here.closed.has(row.id)).toBe(false);
      }
    }),
    runs,
  );
});

test("HAZ-02 putting back, law 2: the same file put back again adds nothing", () => {
  fc.assert(
    fc.property(content, device, (file, here) => {
      const { plan } = afterPuttingBack(file, afterPuttingBack(file, here).after);
      expect([...plan.drafts, ...plan.outbox, ...plan.remote, ...plan.refused, ...plan.questionnaires]).toEqual([]);
    }),
    runs,
  );
});

test("HAZ-02 putting back, law 2 holds without the note of what came before, as long as nothing was finished meanwhile", () => {
  fc.assert(
    fc.property(content, device, (file, here) => {
      const { after } = afterPuttingBack(file, here);
      const { plan } = afterPuttingBack(file, { ...after, cameBefore: new Set() });
      expect([...plan.drafts, ...plan.outbox, ...plan.remote]).toEqual([]);
    }),
    runs,
  );
});

test("HAZ-02 putting back, law 3: every draft is there afterwards, under its own id or beside, unless its record was finished", () => {
  fc.assert(
    fc.property(content, device, (file, here) => {
      const { after } = afterPuttingBack(file, here);
      const finished = recordIdsOn(here);
      for (const draft of file.drafts) {
        const beside = draftBeside(draft, hashesOf(file).get(draft.id) ?? "");
        const isThere =
          isSameDraft(after.drafts.get(draft.id) ?? "", draft.content) ||
          after.drafts.get(beside.id) === beside.content;
        expect(isThere || finished.has(draft.id)).toBe(true);
      }
    }),
    runs,
  );
});

test("HAZ-02 putting back, law 4: every operation waits afterwards, in the file's order, unless the device knows it to be at the server", () => {
  fc.assert(
    fc.property(content, device, (file, here) => {
      const { plan, after } = afterPuttingBack(file, here);
      const atServer = new Set(
        [...here.remote.values(), ...here.outbox.values()].flatMap((text) => {
          const { revId = "", parents } = JSON.parse(text) as { revId?: string; parents: string[] };
          return [revId, ...parents];
        }),
      );
      for (const { id: opId } of file.outbox) {
        expect(after.outbox.has(opId) || here.closed.has(opId) || atServer.has(opId)).toBe(true);
      }
      const order = file.outbox.map((row) => row.id).filter((opId) => plan.outbox.some((row) => row.id === opId));
      expect(plan.outbox.map((row) => row.id)).toEqual(order);
    }),
    runs,
  );
});

test("HAZ-02 putting back, law 5: two files in either order leave the same words", () => {
  const wordsOn = ({ drafts, outbox }: OnDevice): readonly string[] => [
    ...new Set([
      ...[...drafts.values()].map((text) => /"(?:loves|what)":"(\w+)"/.exec(text)?.[1] ?? text),
      ...outbox.keys(),
    ]),
  ];
  fc.assert(
    fc.property(content, content, (first, second) => {
      const isEmpty: OnDevice = {
        drafts: new Map(),
        outbox: new Map(),
        remote: new Map(),
        closed: new Set(),
        questionnaireIds: new Set(),
        cameBefore: new Set(),
      };
      // Two files of one device: what one of them holds as finished, the other may still hold as begun. No record, no end.
      const open = (file: RescueContent): RescueContent => ({ ...file, remote: [], outbox: [] });
      const one = afterPuttingBack(open(second), {
        ...afterPuttingBack(open(first), isEmpty).after,
        cameBefore: new Set(),
      }).after;
      const other = afterPuttingBack(open(first), {
        ...afterPuttingBack(open(second), isEmpty).after,
        cameBefore: new Set(),
      }).after;
      expect([...wordsOn(one)].sort()).toEqual([...wordsOn(other)].sort());
    }),
    runs,
  );
});
