import { expect, test } from "vitest";
import { chosen, pointsOf } from "#core/questionnaire/points";
import type { GivenValue, PageAnswer } from "#core/schema/page";
import type { AskedItem } from "#core/schema/questionnaire";

const choices = [
  { id: "easily", points: 0 },
  { id: "slowly", points: 1 },
  { id: "hardly", points: 3 },
  { id: "varies" },
];
const item: AskedItem = { kind: "choice", id: "settling", choices };
const several: AskedItem = { kind: "choices", id: "settling", choices };
const answered = (value: GivenValue): PageAnswer => ({ kind: "answered", value });

test("a choice is kept beside its points, where it has any", () => {
  expect(chosen(item, "hardly")).toEqual({ choice: "hardly", points: 3 });
  expect(chosen(item, "varies")).toEqual({ choice: "varies" });
});

test("points are the choice's own; a reversed item turns the highest into the lowest", () => {
  const answer = answered({ type: "choice", ...chosen(item, "hardly") });
  expect(pointsOf(item, answer)).toEqual([3]);
  expect(pointsOf({ ...item, reversed: true }, answer)).toEqual([0]);
  expect(pointsOf({ ...item, reversed: true }, answered({ type: "choice", choice: "slowly", points: 1 }))).toEqual([2]);
});

test("HAZ-04 what has no points has none, which is not zero", () => {
  expect(pointsOf(item, answered({ type: "choice", choice: "varies" }))).toEqual([]);
  for (const answer of [
    { kind: "passed" },
    { kind: "does-not-apply" },
    { kind: "missing", why: "dont-know" },
  ] as const) {
    expect(pointsOf(item, answer)).toEqual([]);
  }
});

test("each of several choices has its own", () => {
  const value: GivenValue = {
    type: "choices",
    choices: ["easily", "hardly", "varies"].map((id) => chosen(several, id)),
    ownWords: "",
  };
  expect(pointsOf(several, answered(value))).toEqual([0, 3]);
});
