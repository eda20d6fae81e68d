import { createTestDevice } from "../../support/test-device"; // first: it brings the database that Dexie finds
import { expect, test } from "vitest";
import type { CaseBody } from "#core/schema/case";
import { readTwoVersions } from "#core/sync/two-versions";
import { makeOperation } from "#storage/make-operation";
import { openForm } from "../../../src/ui/app/forms/open-form";
import { isStale, mergeOf, revIdsOf } from "../../../src/ui/features/two-versions/merge-draft";
import { keepMerge } from "../../../src/ui/features/two-versions/merge-keeper";
import { seedFamily } from "../../support/seeded-family";
import { valueOf } from "../../support/value-of";

const visitAt = (where: string) => ({ on: "2030-05-04", at: "", where, withPersonIds: [], hiddenFrom: [] });

/** A child's record that two windows changed at once, and the form in which the two are brought together. */
const ready = async () => {
  const services = await createTestDevice().open();
  const { caseId, body } = await seedFamily(services);
  const { store, ids, clock, sha256 } = services;
  const record = async () => valueOf(await store.records.get(caseId));
  const follow = async (parents: readonly string[], where: string): Promise<string> => {
    const changed: CaseBody = { ...body, sections: { ...body.sections, "next-visit": visitAt(where) } };
    const made = { recordType: "case", recordId: caseId, caseId, parents, body: changed } as const;
    const operation = valueOf(await makeOperation({ ...made, nowMs: clock.nowMs(), ids, sha256 }));
    valueOf(await store.outbox.add([operation]));
    return operation.opId;
  };
  const { revId } = await record();
  await follow([revId], "At school");
  await follow([revId], "At home");
  const two = async () => {
    const [head] = valueOf(await store.records.inTwoVersions(caseId));
    if (head === undefined) throw new Error("there is one version");
    return valueOf(readTwoVersions(head));
  };
  const open = async () => {
    const opened = await openForm(services, mergeOf({ recordId: caseId, caseId }));
    if (opened.kind !== "open") throw new Error("the form did not open");
    return opened.draft;
  };
  return { services, caseId, record, follow, two, open };
};

const WHERE = 'next-visit#["where"]';
const written = { [WHERE]: { how: "words", value: "At the gate" } } as const;

test("HAZ-02 two versions become one that follows both, and the draft is gone", async () => {
  const { services, caseId, record, two, open } = await ready();
  const before = await two();
  const draft = await open();
  const values = { choices: written, seenRevIds: revIdsOf(before) };
  expect(await keepMerge({ services, draft }, before, values)).toEqual({ ok: true, value: undefined });
  expect(valueOf(await services.store.records.inTwoVersions(caseId))).toEqual([]);
  const merged = await record();
  expect(merged).toMatchObject({ body: { sections: { "next-visit": { where: "At the gate" } } }, otherRevIds: [] });
  expect(valueOf(await services.store.drafts.list()).drafts).toEqual([]);
});

test("nothing is kept while something is not chosen", async () => {
  const { services, caseId, two, open } = await ready();
  const draft = await open();
  const kept = await keepMerge({ services, draft }, await two(), { choices: {}, seenRevIds: [] });
  expect(kept).toEqual({ ok: false, error: { type: "Undecided" } });
  expect(valueOf(await services.store.records.inTwoVersions(caseId))).toHaveLength(1);
});

test("HAZ-02 where a further version came meanwhile nothing is kept, and what was chosen stays", async () => {
  const { services, follow, two, open } = await ready();
  const before = await two();
  const draft = await open();
  const values = { choices: written, seenRevIds: revIdsOf(before) };
  draft.changed(values);
  await follow([before.one.revId], "At the library");
  const kept = await keepMerge({ services, draft }, before, values);
  expect(kept).toEqual({ ok: false, error: { type: "ChangedMeanwhile" } });
  expect(draft.opened.choices).toEqual(written);
  expect(isStale(draft.opened, await two())).toBe(true);
});

test("HAZ-02 what was chosen is there again after the page was left", async () => {
  const { two, open } = await ready();
  const draft = await open();
  draft.changed({ choices: written, seenRevIds: revIdsOf(await two()) });
  await draft.saving.flush();
  draft.close();
  const again = await open();
  expect(again.opened.choices).toEqual(written);
  expect(isStale(again.opened, await two())).toBe(false);
});
