import { createTestDevice, grace, ndProfile, practice } from "../support/test-device"; // first: it brings the database
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { timelineFor } from "#core/case/timeline";
import { visitToReturnTo } from "#core/case/family";
import { addTo, additionsOf } from "#core/concern/additions";
import { type Added, type Concern, ConcernBody, type ConcernSections, NoteBody } from "#core/schema/concern";
import { ok } from "#core/result";
import { exportFileOf } from "#core/schema/export-file";
import type { Operation } from "#core/schema/operation";
import { PlanBody } from "#core/schema/plan";
import { localDay } from "#platform/clock";
import { familyDocument } from "#report/family/family-document";
import type { VisitDraft } from "#storage/drafts";
import type { PeopleHere } from "#storage/people";
import { documentLanguage } from "#report/words/report-words";
import { makeOperation } from "#storage/make-operation";
import type { Services } from "../../src/ui/app/services";
import { createLeaving } from "../../src/ui/app/leaving";
import { readUnsent } from "../../src/ui/app/unsent/read-unsent";
import { readFamilies } from "../../src/ui/features/families/read-families";
import { readOverTime } from "../../src/ui/features/over-time/read-over-time";
import { receiptOf } from "../support/revisions";
import { runs } from "../support/runs";
import { familyBody, seedFamily, seedFinished, seedVisit } from "../support/seeded-family";
import { uuid } from "../support/uuid";
import { valueOf } from "../support/value-of";

const CASE = uuid(150);
const [AMELIA, MUM] = [uuid(100), uuid(101)];

/** A device with two families, a finished profile and a visit that was begun, always the same. */
const aDevice = async (): Promise<Services> => {
  const services = await createTestDevice().open();
  const family = await seedFamily(services);
  await seedFinished(services, family);
  await seedVisit(services, await seedFamily(services, { from: 300 }), (visit) => ({ ...visit, left: true }));
  return services;
};

/** Everything that a screen, a copy, a file, a list or a count is made from, and what is made from it. */
const everythingShown = async (services: Services): Promise<string> => {
  const { store } = services;
  const families = valueOf(await readFamilies(services));
  const overTime = await readOverTime(services, CASE);
  if (overTime.kind !== "read") throw new Error("the family is not there");
  const { caseBody, profiles, plans, reviews } = overTime.value;
  const drafts = valueOf(await store.drafts.list()).drafts;
  const plan = PlanBody.parse({ schemaVersion: 1, profileId: uuid(1), sections: {} });
  const documents = profiles.flatMap(({ recordId, body }) => [
    ...[AMELIA, MUM, grace.id].map((forPersonId) =>
      familyDocument({
        ...{ profile: body, plan, caseBody, instrument: ndProfile, forPersonId, madeBy: grace, madeAtMs: 1 },
        ...{
          dayOf: localDay,
          area: practice,
          practice: true,
          language: valueOf(documentLanguage("en-GB")),
          withdrawn: [],
        },
      }),
    ),
    exportFileOf({
      ...{ exportedAt: "2026-11-24T09:00:00Z", practice: true, area: practice, madeBy: grace, caseId: CASE, caseBody },
      profile: { id: recordId, body },
    }),
  ]);
  const leaving = createLeaving({
    ...{ userId: grace.id, store, isOpenElsewhere: async () => false, signOut: async () => undefined },
    people: { everyone: async () => ok([]) } as unknown as PeopleHere,
  });
  // That something keeps its author on the device is said to its author alone, and not what.
  const { isMore: _more, ...counted } = valueOf(await leaving.onlyHere());
  return JSON.stringify({
    ...{ families, overTime, documents },
    unsent: valueOf(await readUnsent(services)),
    leaving: counted,
    rescued: await Promise.all(
      [CASE, uuid(350), profiles[0]?.recordId].map(async (only) => valueOf(await store.rescue.collect({ only }))),
    ),
    timeline: timelineFor([AMELIA, MUM], { profiles, plans, reviews }),
    counted: valueOf(await store.deliveries.count()),
    goesBackTo: visitToReturnTo(drafts.filter((draft): draft is VisitDraft => draft.kind === "visit")),
    lists: await Promise.all((["case", "profile", "plan", "review"] as const).map((type) => store.records.list(type))),
  });
};

const words = fc.string({ maxLength: 60 });
const arbitraryConcern: fc.Arbitrary<ConcernSections> = fc
  .record({
    words,
    saidBy: words,
    about: words,
    dangerNow: fc.constantFrom("", "yes", "no", "not-known", "of-later"),
    familyTold: fc.constantFrom("", "yes", "no"),
    notSafeToAsk: fc.boolean(),
    byId: fc.constantFrom(grace.id, uuid(7_001)),
    alsoReadBy: fc.constantFrom([], [grace.id], [MUM]),
  })
  .map(
    (of): ConcernSections =>
      ConcernBody.parse({
        schemaVersion: 1,
        sections: { concern: { byName: "Grace", atMs: 5, practice: true, ...of } },
      }).sections,
  );

/** Where on the device it lies: begun, waiting, not taken, held safely, delivered, or somebody else's. */
const arbitraryPlace = fc.constantFrom("begun", "waiting", "refused", "held", "delivered", "pulled", "added-to");
const arbitraryPrivate = fc.record({
  recordType: fc.constantFrom("concern", "note"),
  caseId: fc.constantFrom(CASE, uuid(350), uuid(9_999)),
  sections: arbitraryConcern,
  place: arbitraryPlace,
});
type Private = typeof arbitraryPrivate extends fc.Arbitrary<infer T> ? T : never;

const put = async (services: Services, { recordType, caseId, sections, place }: Private): Promise<void> => {
  const { store, ids, clock, sha256 } = services;
  if (place === "begun" || place === "added-to") {
    const body = { ...sections.concern, ...(place === "begun" ? {} : { addedTo: ids.next() }) };
    valueOf(await store.drafts.save({ kind: recordType, id: ids.next(), caseId, startedAtMs: 1, body }, 0));
    return;
  }
  const made = { recordId: ids.next(), caseId, parents: [], nowMs: clock.nowMs(), ids, sha256 };
  const operation: Operation = valueOf(
    recordType === "concern"
      ? await makeOperation({ ...made, recordType, body: { schemaVersion: 1, sections } })
      : await makeOperation({
          ...made,
          recordType: "note",
          body: NoteBody.parse({ schemaVersion: 1, sections: { note: sections.concern } }),
        }),
  );
  const { opId, recordId, body } = operation;
  if (place === "pulled") {
    const putOf = { recordType, recordId, caseId, revId: opId, parents: [], schemaVersion: 1, body, ver: "v" };
    const policy = { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 };
    const nothingElse = { gone: [], more: false, storeEpoch: "e", policy };
    valueOf(await store.deliveries.take({ puts: [{ ...putOf, branches: [] }], ...nothingElse }));
    return;
  }
  valueOf(await store.outbox.add([operation]));
  if (place === "waiting") return;
  const receipt = { ...receiptOf(1), revId: opId, sha256: operation.sha256 };
  const result = {
    refused: { opId, status: "refused", reason: "size" },
    held: { opId, status: "quarantined", reason: "body", receipt },
    delivered: { opId, status: "accepted", headRev: opId, ver: "v", receipt },
  } as const;
  valueOf(await store.deliveries.settle([operation], [result[place]]));
};

let without: string;
let services: Services;
beforeAll(async () => {
  without = await everythingShown(await aDevice());
  services = await aDevice();
});

test("HAZ-10 every document, file, list, count and page is the same with concerns and notes on the device", async () => {
  expect(await everythingShown(services)).toBe(without);
  // What one run puts there stays for the next: they come to lie beside each other, too.
  await fc.assert(
    fc.asyncProperty(arbitraryPrivate, async (each) => {
      await put(services, each);
      expect(await everythingShown(services)).toBe(without);
    }),
    { ...runs, endOnFailure: true },
  );
  const own = valueOf(await services.store.records.list("concern"));
  expect(own.records.length).toBeGreaterThan(3);
});

test("HAZ-10 a case that this person may see no more leaves the device, whatever private hangs on it", async () => {
  const policy = { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 };
  const said = { more: false, storeEpoch: "e", policy };
  const caseId = uuid(8_050);
  const withACase = async (): Promise<Services> => {
    const device = await aDevice();
    const body = JSON.stringify(familyBody({ from: 8_000 }, grace));
    const theCase = { recordType: "case", recordId: caseId, caseId, revId: uuid(8_060), parents: [], schemaVersion: 1 };
    const puts = [{ ...theCase, body, ver: "v", branches: [] }];
    valueOf(await device.store.deliveries.take({ ...said, puts, gone: [] }));
    return device;
  };
  const shownOnceGone = async (device: Services): Promise<string> => {
    const gone = [{ id: caseId, reason: "access-ended" }];
    valueOf(await device.store.deliveries.take({ ...said, puts: [], gone }));
    return everythingShown(device);
  };
  const withPrivate = await withACase();
  for (const place of ["waiting", "begun", "held", "refused"] as const) {
    await put(withPrivate, { caseId, recordType: "concern", sections: sectionsOf("x"), place });
  }
  expect((await withPrivate.store.records.get(caseId)).ok).toBe(true);
  expect(await shownOnceGone(withPrivate)).toBe(await shownOnceGone(await withACase()));
  expect((await withPrivate.store.records.get(caseId)).ok).toBe(false);
});

const sectionsOf = (said: string): ConcernSections => ({
  concern: ConcernBody.parse({
    schemaVersion: 1,
    sections: { concern: { byId: grace.id, atMs: 1, practice: true, words: said } },
  }).sections.concern,
});

test("laws 1 and 2 of an addition: every old word stays, and the same addition twice is one", () => {
  const added = fc.record({ atMs: fc.nat(), words, answeredBy: words, alsoReadBy: fc.constant<string[]>([]) });
  const many = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), added), { maxLength: 12 });
  fc.assert(
    fc.property(arbitraryConcern, many, (sections, additions) => {
      const body = { schemaVersion: 1, sections: { ...sections, "of-later": { kept: true } } };
      const result = additions.reduce((before, [id, each]) => addTo(before, id, each), body);
      const first = new Map<string, Added>();
      for (const [id, each] of additions) if (!first.has(id)) first.set(id, each);
      expect(result.sections).toMatchObject(body.sections);
      expect(additionsOf(result.sections)).toHaveLength(first.size);
      for (const { id, ...kept } of additionsOf(result.sections)) expect(kept).toEqual(first.get(id));
      const again = additions.reduce((before, [id, each]) => addTo(before, id, each), result);
      expect(again).toEqual(result);
    }),
    runs,
  );
});

test("a concern is read back with everything that was said of it, also what only a newer version knows", () => {
  fc.assert(
    fc.property(arbitraryConcern, ({ concern }) => {
      const ofLater: Concern = { ...concern, later: { said: "x" } };
      const text = JSON.stringify({ schemaVersion: 1, sections: { concern: ofLater, newer: { a: 1 } } });
      const read = ConcernBody.parse(JSON.parse(text));
      expect(read.sections).toEqual({ concern: ofLater, newer: { a: 1 } });
    }),
    runs,
  );
});
