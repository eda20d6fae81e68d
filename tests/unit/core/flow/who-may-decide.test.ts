import { expect, test } from "vitest";
import { checkBeforeDeciding, whoMayDecide } from "#core/flow/who-may-decide";
import { Person } from "#core/schema/person";
import { uuid } from "../../../support/uuid";

const person = (index: number, kind: string, role: string, parentalResponsibility = "not-known"): Person =>
  Person.parse({ id: uuid(index), name: role, kind, role, parentalResponsibility });

const child = person(1, "child", "child");
const nan = person(2, "family", "grandparent", "no");
const mum = person(3, "family", "mum");
const dad = person(4, "family", "dad", "yes");
const brother = person(5, "family", "sibling");
const teacher = person(6, "setting", "class-teacher");
const socialWorker = person(7, "practitioner", "social-worker", "shared-with-council");
const leader = person(8, "practitioner", "early-help");
const people = [child, nan, mum, dad, brother, teacher, socialWorker, leader];
const frame = { childId: child.id, ledBy: leader.id };

test("under 16 those with parental responsibility come first, and no one decides who cannot", () => {
  expect(whoMayDecide("parent", people, frame)).toEqual([dad, socialWorker, mum, nan]);
});

test("in best interests, from 16, it may be anyone but the child and a brother or sister", () => {
  expect(whoMayDecide("best-interests", people, frame)).toEqual([nan, mum, dad, teacher, socialWorker, leader]);
});

test("what a newer version wrote of parental responsibility counts as not written down", () => {
  const guardian = person(9, "family", "other-carer", "special-guardian");
  expect(whoMayDecide("parent", [nan, guardian, dad], frame)).toEqual([dad, guardian, nan]);
  expect(checkBeforeDeciding(guardian)).toBe("not-written-down");
});

test.each([
  ["yes", "none"],
  ["no", "not-written-down"],
  ["not-known", "not-written-down"],
  ["shared-with-council", "shared-with-council"],
  ["court-limits", "court-limits"],
])("with parental responsibility %s there is %s to check first", (responsibility, check) => {
  expect(checkBeforeDeciding(person(9, "family", "parent", responsibility))).toBe(check);
});
