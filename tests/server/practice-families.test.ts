import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AreaSettings } from "#core/schema/area-settings";
import type { PullResponse } from "#core/schema/wire";
import { endRelationship } from "#server/identity/people";
import { PracticePeople, seedPracticePeople } from "#server/identity/practice-people";
import { PracticeFamily, readPracticeFamilies } from "#server/practice/practice-family";
import { SEEDING_DEVICE, seedPracticeFamilies } from "#server/practice/seed-families";
import { readRecoveryKit } from "#server/recovery/recovery-kit";
import { badFamiliesWords } from "#server/start-words";
import area from "../../practice/area.json";
import peopleFile from "../../practice/people.json";
import { practiceFamilies, practiceFiles } from "../support/practice-families";
import { anOperation, newId } from "../support/server/bodies";
import {
  type Keeper,
  keepInMemory,
  keepInPostgres,
  keepPracticeInPostgres,
  type Rows,
} from "../support/server/keepers";
import {
  createTestServer,
  newDevice,
  sectionsIn,
  type TestDevice,
  type TestServer,
} from "../support/server/test-server";

const people = PracticePeople.parse(peopleFile);
const { areaId } = people;
const idOf = (name: string): string => people.people.find((person) => person.name.startsWith(name))?.id ?? "";
const [grace, tomasz, sian] = [idOf("Grace"), idOf("Tomasz"), idOf("Siân")];
const family = (file: string): PracticeFamily => practiceFamilies[Object.keys(practiceFiles).indexOf(file)]!;
const recordsOf = (...accounts: string[]): readonly string[] =>
  practiceFamilies
    .filter(({ recordedBy, alsoSeenBy }) => accounts.every((id) => id === recordedBy || alsoSeenBy.includes(id)))
    .flatMap(({ records }) => records.map(({ recordId }) => recordId));
/** Ben's record and profile, and not his plan. */
const sharedWithTomasz = (): readonly string[] =>
  family("ben-whitlock.json")
    .records.filter(({ recordType }) => recordType === "case" || recordType === "profile")
    .map(({ recordId }) => recordId);
const idsIn = ({ puts, gone, more }: PullResponse): readonly string[] => {
  expect([gone, more]).toEqual([[], false]);
  return puts.map(({ recordId }) => recordId).sort();
};

describe.each([
  ["PGlite", keepInMemory],
  ["PostgreSQL", keepPracticeInPostgres],
])("a fresh practice area in %s", (_, keep) => {
  let keeper: Keeper;
  let server: TestServer;
  let deviceOf: (accountId: string) => TestDevice;
  beforeAll(async () => {
    keeper = await keep();
    server = await createTestServer(keeper.store);
    await seedPracticePeople(keeper.store, people, area);
    await seedPracticeFamilies(keeper.store, areaId, practiceFamilies);
    const devices = new Map<string, TestDevice>();
    for (const accountId of [grace, tomasz, sian])
      devices.set(accountId, await newDevice(server.app, keeper.store, { areaId, accountId }));
    deviceOf = (accountId) => devices.get(accountId) ?? expect.fail("nobody of the practice area");
  });
  afterAll(async () => {
    await server.close();
    await keeper.close();
  });

  const tables = ["record", "head", "revision", "section", "branch", "quarantine", "op_result", "receipt", "audit"];
  const everything = async (): Promise<readonly Rows[]> => {
    const all: Rows[] = [];
    for (const table of [...tables, "relationship", "sharing"])
      all.push(await keeper.look(`select * from ${table} order by 1, 2, 3`));
    return all;
  };
  const seedAgain = () => seedPracticeFamilies(keeper.store, areaId, practiceFamilies);

  test("has a recovery key with its kit beside it, made once, and tells devices when to lock and whom to ring", async () => {
    const [key, ...others] = await keeper.look("select key_id, practice_kit from area_key where area_id = $1", [
      areaId,
    ]);
    expect([others, readRecoveryKit(String(key?.["practice_kit"])).ok]).toEqual([[], true]);
    await seedPracticePeople(keeper.store, people, area);
    expect(await keeper.look("select key_id from area_key where area_id = $1", [areaId])).toEqual([
      { key_id: key?.["key_id"] },
    ]);
    const { settings } = (await deviceOf(grace).pull()).policy;
    expect(settings).toMatchObject({ suggestions: true, ...area.settings });
    const { safetyDoors, ...lock } = AreaSettings.parse(settings);
    expect(lock).toMatchObject({ coverAfterMinutes: 2, lockAfterMinutes: 30, visitCoverAfterMinutes: 15 });
    expect(safetyDoors.map(({ id }) => id)).toEqual([
      ...["danger-now", "child-front-door", "adult-safeguarding", "worry-about-a-colleague", "suicide-or-self-harm"],
    ]);
  });

  test("gives no number that anybody real answers, but 999 and 111", () => {
    const numbers = area.settings.safetyDoors.flatMap(({ lines }) => lines.map(({ number }) => number));
    // The ranges that Ofcom keeps free for drama: 03069 990000–990999 and 08081 570000–570999.
    for (const number of numbers) expect(number).toMatch(/^(?:999|111|03069 990\d{3}|08081 570\d{3})$/);
  });

  test("gives each practitioner the families that they have a relationship to, and no other", async () => {
    for (const accountId of [grace, tomasz, sian]) {
      const records = [...recordsOf(accountId), ...(accountId === tomasz ? sharedWithTomasz() : [])];
      expect(records.length).toBeLessThan(recordsOf().length);
      expect(idsIn(await deviceOf(accountId).pull())).toEqual([...records].sort());
    }
    expect(recordsOf(grace, tomasz).length).toBeGreaterThan(0);
    expect(recordsOf(grace, sian).length).toBeGreaterThan(0);
    expect(recordsOf(tomasz, sian).length).toBeGreaterThan(0);
    const onlySian = recordsOf(sian).filter((id) => ![...recordsOf(grace), ...recordsOf(tomasz)].includes(id));
    expect(onlySian.length).toBeGreaterThan(0);
  });

  test("gives each record as it stands in its file", async () => {
    for (const accountId of [grace, tomasz, sian]) {
      const pulled = await deviceOf(accountId).pull();
      const theirs = practiceFamilies.filter(({ recordedBy }) => recordedBy === accountId);
      for (const { recordId, body } of theirs.flatMap(({ records }) => records))
        expect(sectionsIn(pulled, recordId)).toEqual(body.sections);
    }
  });

  test("keeps from a practitioner the page that a child keeps from them", async () => {
    const profile = family("zofia-nowicka.json").records.find(({ recordType }) => recordType === "profile");
    const recordId = profile?.recordId ?? "";
    const [all, seen] = [await deviceOf(tomasz).pull(), await deviceOf(grace).pull()].map((pulled) =>
      Object.keys(sectionsIn(pulled, recordId)),
    );
    const kept = all?.filter((sectionId) => seen?.includes(sectionId) === false);
    expect(kept).toEqual([expect.stringMatching(/^voice\/social\//)]);
  });

  test("HAZ-07 gives another agency what is shared of a family and no other section, and nothing once that has ended", async () => {
    const [ben, noor] = [family("ben-whitlock.json"), family("noor-haddad.json")];
    const pulled = await deviceOf(tomasz).pull();
    const profile = ben.records.find(({ recordType }) => recordType === "profile");
    const seen = Object.keys(sectionsIn(pulled, profile?.recordId ?? ""));
    const left = Object.keys(profile?.body.sections ?? {}).filter((sectionId) => !seen.includes(sectionId));
    expect(left).toEqual(["here", "agreement", "finish"]);
    expect(Object.keys(sectionsIn(pulled, ben.caseId)).length).toBeGreaterThan(2);
    const { puts, gone } = await deviceOf(grace).pull([[noor.caseId, "x"]]);
    expect(puts.map(({ caseId }) => caseId)).not.toContain(noor.caseId);
    expect(gone).toEqual([{ id: noor.caseId, reason: "access-ended" }]);
  });

  test("HAZ-24 keeps the story so far from everybody but the one who wrote it", async () => {
    const robin = family("robin-ashgrove.json");
    const recordId = robin.records.filter(({ recordType }) => recordType === "profile").at(-1)?.recordId ?? "";
    const [wrote, sees] = [await deviceOf(grace).pull(), await deviceOf(sian).pull()].map((pulled) =>
      Object.keys(sectionsIn(pulled, recordId)),
    );
    const kept = wrote?.filter((sectionId) => sees?.includes(sectionId) === false) ?? [];
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter((sectionId) => !sectionId.startsWith("page/story-so-far/"))).toEqual([]);
    expect(sees?.filter((sectionId) => sectionId.includes("story-so-far"))).toEqual([]);
  });

  test("has a receipt, a result and an audit row for each record, on the device that it came from", async () => {
    const opIds = practiceFamilies.flatMap(({ records }) => records.map(({ opId }) => opId)).sort();
    for (const table of ["receipt", "op_result"]) {
      const column = table === "receipt" ? "rev_id" : "op_id";
      const rows = await keeper.look(`select ${column} as id from ${table} where area_id = $1`, [areaId]);
      expect(rows.map(({ id }) => String(id)).sort()).toEqual(opIds);
    }
    const audit = await keeper.look(
      "select rev_id, kind, account_id from audit where area_id = $1 and device_id = $2 order by rev_id",
      [areaId, SEEDING_DEVICE],
    );
    const authorOf = new Map(
      practiceFamilies.flatMap((each) => each.records.map(({ opId }) => [opId, each.recordedBy])),
    );
    expect(audit).toEqual(opIds.map((opId) => ({ rev_id: opId, kind: "op-accepted", account_id: authorOf.get(opId) })));
  });

  test("is as it was after a second start", async () => {
    const before = await everything();
    await seedAgain();
    expect(await everything()).toEqual(before);
  });

  test("keeps what practitioners have changed since", async () => {
    const { caseId, records } = family("efa-rowlands.json");
    const [first] = records;
    const [head] = await keeper.look("select head_rev from head where record_id = $1", [caseId]);
    const body = JSON.stringify({
      ...first?.body,
      sections: { "next-visit": { on: "2026-12-11" }, ...first?.body.sections },
    });
    const change = anOperation({
      recordType: "case",
      recordId: caseId,
      caseId,
      parents: [String(head?.["head_rev"])],
      body,
    });
    expect(await deviceOf(grace).deliver(change)).toMatchObject({ status: "accepted" });
    await keeper.store.asDesk((tx) => endRelationship(tx, { areaId, caseId, accountId: grace }));
    const before = await everything();
    await seedAgain();
    expect(await everything()).toEqual(before);
    expect(idsIn(await deviceOf(sian).pull())).toEqual([...recordsOf(sian)].sort());
    expect(sectionsIn(await deviceOf(sian).pull(), caseId)["next-visit"]).toMatchObject({ on: "2026-12-11" });
  });

  test("is not brought up to date with a file that was mended since", async () => {
    const before = await everything();
    const mended = JSON.stringify(family("ben-whitlock.json")).replace("Being in goal.", "Being a goalkeeper.");
    await seedPracticeFamilies(keeper.store, areaId, [PracticeFamily.parse(JSON.parse(mended))]);
    expect(mended).toContain("Being a goalkeeper.");
    expect(await everything()).toEqual(before);
  });

  test("leaves a family alone whose author works with it no more, though its file has more to tell", async () => {
    const ben = family("ben-whitlock.json");
    const profile = ben.records.find(({ recordType }) => recordType === "profile") ?? expect.fail("Ben has no profile");
    await keeper.store.asDesk((tx) => endRelationship(tx, { areaId, caseId: ben.caseId, accountId: grace }));
    const before = await everything();
    const longer = { ...ben, records: [...ben.records, { ...profile, recordId: newId(), opId: newId() }] };
    await seedPracticeFamilies(keeper.store, areaId, [longer]);
    expect(await everything()).toEqual(before);
  });

  test("is made whole where a start was cut short", async () => {
    const [theCase, ...others] = family("noor-haddad.json").records;
    const caseId = newId();
    const half = {
      ...{ ...family("noor-haddad.json"), caseId, alsoSeenBy: [grace], shared: [] },
      records: [theCase!, ...others].map((record) => ({
        ...record,
        opId: newId(),
        recordId: record === theCase ? caseId : newId(),
      })),
    };
    await seedPracticeFamilies(keeper.store, areaId, [{ ...half, alsoSeenBy: [], records: half.records.slice(0, 1) }]);
    await seedPracticeFamilies(keeper.store, areaId, [half]);
    const pulled = await deviceOf(grace).pull();
    for (const { recordId } of half.records) expect(sectionsIn(pulled, recordId)).toBeDefined();
  });

  test("stops at a record that is not accepted, with its id and the reason, and without a word of it", async () => {
    const noor = family("noor-haddad.json");
    const stray = {
      ...noor,
      caseId: newId(),
      records: noor.records.slice(1).map((each) => ({ ...each, recordId: newId(), opId: newId() })),
    };
    await expect(seedPracticeFamilies(keeper.store, areaId, [stray])).rejects.toThrow(
      `record ${stray.records[0]?.recordId ?? ""} was retry: case-not-here`,
    );
  });

  test("leaves no word of any family in the log", async () => {
    await deviceOf(sian).pull();
    expect(server.lines.length).toBeGreaterThan(5);
    const names = practiceFamilies.flatMap(({ records }) =>
      Array.from(JSON.stringify(records).matchAll(/"name":"([^"]+)"/g), (m) => m[1] ?? ""),
    );
    expect(names.length).toBeGreaterThan(30);
    const canaries = [...names, "Bubbles", "Biscuit", "القطط", "Sunday nights"];
    expect(server.lines.filter((line) => canaries.some((words) => line.includes(words)))).toEqual([]);
  });
});

test("made-up families never enter a store for real ones, and nothing is left of the attempt", async () => {
  const keeper = await keepInPostgres();
  await expect(seedPracticeFamilies(keeper.store, areaId, practiceFamilies)).rejects.toThrow("beside real ones");
  for (const table of ["record", "audit", "relationship"])
    expect(await keeper.look(`select * from ${table}`)).toEqual([]);
  await keeper.close();
});

describe("a family's file", () => {
  const file = "noor-haddad.json";
  const broken = (change: (content: string) => string): Readonly<Record<string, unknown>> => ({
    ...practiceFiles,
    [file]: JSON.parse(change(JSON.stringify(practiceFiles[file]))) as unknown,
  });

  test.each([
    [
      "a mark beyond the line",
      /"position":\d+/,
      '"position":101',
      /records\/1\/body\/sections\/voice\/.+\/mark\/position: /,
    ],
    ["an unknown kind of record", /"recordType":"plan"/, '"recordType":"plans"', /records\/2\/recordType: /],
    ["no word that it is made up", /"practice":true,"about"/, '"about"', /noor-haddad\.json: practice: /],
    ["a field that nobody reads", /"about":/, '"abuot":"x","about":', /abuot/],
  ])("with %s is refused with the file, the place and the reason", (_, from, to, words) => {
    const read = readPracticeFamilies(broken((content) => content.replace(from, to)));
    if (read.ok) return expect.fail("it was read");
    expect(new Set(read.error.faults.map((fault) => fault.file))).toEqual(new Set([file]));
    expect(badFamiliesWords(read.error)).toMatch(words);
    expect(badFamiliesWords(read.error)).toContain(`Strandline did not start`);
  });
});
