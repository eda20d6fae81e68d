import { expect, test } from "vitest";
import { takeApart } from "#core/sync/record-body";
import { kindsOf, sharedKinds } from "#core/sync/section-kinds";
import { caseBody, profileBody } from "../../../support/server/bodies";
import { valueOf } from "../../../support/value-of";

test("a section is named by its record's type and by the first two steps of its own name", () => {
  expect(kindsOf("profile", "voice/motor/x")).toEqual(["profile", "profile/voice", "profile/voice/motor"]);
  expect(kindsOf("plan", "goal")).toEqual(["plan", "plan/goal"]);
});

test("what opens a record is named as that, and not by its own name", () => {
  const kinds = (recordType: "case" | "profile", body: string) =>
    valueOf(takeApart({ recordType, schemaVersion: 1, body })).sections.map((each) => each.kinds[1]);
  expect(kinds("profile", profileBody(true, { "loves/a": {} }))).toEqual(["profile/opens", "profile/loves"]);
  const mum = { person: { id: "01900000-0000-7000-8000-0000000000aa", name: "Mum", kind: "family", role: "mum" } };
  const withMum = caseBody(true, { [`person/${mum.person.id}`]: mum });
  expect(kinds("case", withMum)).toEqual(["case/opens", "case/opens", "case/person"]);
});

test("sharing some kinds shares the child and what opens their records, and nothing else", () => {
  const shared = sharedKinds(["profile/voice/motor", "plan"]);
  expect([...shared].sort()).toEqual(["case/opens", "plan", "plan/opens", "profile/opens", "profile/voice/motor"]);
  const isShared = (kinds: readonly string[]) => kinds.some((kind) => shared.includes(kind));
  expect(isShared(kindsOf("profile", "page/story-so-far/x"))).toBe(false);
  expect(isShared(kindsOf("profile", "voice/sensory/x"))).toBe(false);
  expect(isShared(kindsOf("case", "person/x"))).toBe(false);
  expect(isShared(kindsOf("review", "opens"))).toBe(false);
});
