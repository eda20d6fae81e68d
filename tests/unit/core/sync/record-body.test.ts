import { expect, test } from "vitest";
import { putTogether, takeApart } from "#core/sync/record-body";
import { caseBody, profileBody } from "../../../support/server/bodies";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const profile = (body: string) => takeApart({ recordType: "profile", schemaVersion: 1, body });
const [ash, jo] = [uuid(1), uuid(2)];

test("a body taken apart and put together is the body", () => {
  const body = profileBody(true, { "loves/a": { loves: "trains", shade: 1 }, "sounds/hum": [1] }, { weather: "fine" });
  const { outer, sections } = valueOf(profile(body));
  const together = putTogether(
    outer,
    sections.map(({ sectionId, content }) => [sectionId, content] as const),
  );
  expect(together).toEqual(JSON.parse(body));
});

test("each section says whom it is hidden from", () => {
  const { sections } = valueOf(profile(profileBody(true, { "loves/a": { hiddenFrom: [ash, jo] }, "loves/b": {} })));
  expect(sections.map(({ sectionId, hiddenFrom }) => [sectionId, hiddenFrom])).toEqual([
    ["frame", []],
    ["loves/a", [ash, jo]],
    ["loves/b", []],
  ]);
});

test("in a section that only a newer version knows, whom it names is still kept from it", () => {
  const odd = { "sounds/a": { hiddenFrom: [ash, 3, "nobody"] }, "sounds/b": { hiddenFrom: ash }, "sounds/c": "x" };
  const { sections } = valueOf(profile(profileBody(true, odd)));
  expect(sections.slice(1).map(({ hiddenFrom }) => hiddenFrom)).toEqual([[ash], [], []]);
});

test("HAZ-07 a section that is never shared is its writer's alone, and nobody's where its id names nobody", () => {
  const own = { hiddenFrom: [], neverShared: true };
  const sections = { [`sounds/a/${ash}`]: own, "sounds/b/nobody": own, [`sounds/c/${ash}`]: { neverShared: "yes" } };
  const taken = valueOf(profile(profileBody(true, sections))).sections;
  expect(taken.map(({ onlyFor }) => onlyFor)).toEqual([undefined, ash, uuid(0).replace(/[1-9]/g, "0"), undefined]);
});

test("what a record cannot be read without is hidden from nobody by itself", () => {
  const frame = {
    ...(JSON.parse(profileBody(true)) as { sections: { frame: object } }).sections.frame,
    hiddenFrom: [ash],
  };
  expect(valueOf(profile(profileBody(true, { frame }))).sections[0]?.hiddenFrom).toEqual([]);

  const body = JSON.parse(caseBody(true, { "next-visit": { hiddenFrom: [ash] } })) as {
    sections: Record<string, { hiddenFrom: string[] }>;
  };
  for (const section of Object.values(body.sections)) section.hiddenFrom = [ash];
  const { sections } = valueOf(takeApart({ recordType: "case", schemaVersion: 1, body: JSON.stringify(body) }));
  expect(sections.map(({ hiddenFrom }) => hiddenFrom)).toEqual([[], [], [ash]]);
});

test("it says whether it is of practice, where it says so at all", () => {
  expect(valueOf(profile(profileBody(true))).practice).toBe(true);
  expect(valueOf(takeApart({ recordType: "case", schemaVersion: 1, body: caseBody(false) })).practice).toBe(false);
  const plan = JSON.stringify({ schemaVersion: 1, profileId: ash, sections: {} });
  expect(valueOf(takeApart({ recordType: "plan", schemaVersion: 1, body: plan })).practice).toBeUndefined();
});

test.each([
  ["{", "the body is not a JSON object"],
  ["[]", "the body is not a JSON object"],
  [profileBody(true, { frame: { band: "Zephyrine" } }), "frame"],
  [profileBody(true).replace('"schemaVersion":1', '"schemaVersion":3'), "schemaVersion"],
])("what is not accepted is told by its place, without what stands there: %s", (body, said) => {
  const read = profile(body);
  expect(read.ok).toBe(false);
  const words = JSON.stringify(read);
  expect(words).toContain(said);
  expect(words).not.toContain("Zephyrine");
});
