import { describe, expect, test } from "vitest";
import { promptsFor } from "#core/instrument/load-instrument";
import type { Answer, Answers } from "#core/schema/answer";
import { suggestPosition } from "#core/scoring/suggest-position";
import { ndProfile } from "../../../support/nd-profile";
import { reversedInstrument } from "../../../support/reversed-instrument";

const attention = promptsFor(ndProfile.structure, "attention", "primary");
const mornings = promptsFor(reversedInstrument.structure, "mornings", "primary");

const points = (each: number): Answer => ({ kind: "answered", choice: "some-choice", points: each });
const notAsked: Answer = { kind: "missing", why: "not-asked" };
const doesNotApply: Answer = { kind: "does-not-apply" };

const answersTo = (prompts: readonly { readonly id: string }[], given: readonly Answer[]): Answers =>
  Object.fromEntries(given.map((answer, index) => [prompts[index]!.id, answer]));

const suggestFor = (...given: readonly Answer[]) => suggestPosition(attention, answersTo(attention, given));

describe("the mean of what was answered, on the line", () => {
  test("six answers suggest a place, with the working beside it", () => {
    expect(suggestFor(points(4), points(3), points(3), points(2), points(1), points(2))).toEqual({
      ok: true,
      value: { position: 63, points: 15, answered: 6, applicable: 6, partial: false },
    });
  });

  test.each([
    [[0, 1, 0, 1, 0, 1], 13],
    [[4, 4, 4, 4, 4, 1], 88],
    [[1, 1, 1, 1, 1, 2], 29],
    [[4, 4, 4, 4, 4, 3], 96],
  ])("points %j stand at %i: a half rounds up, and only a half", (given, position) => {
    expect(suggestFor(...given.map(points))).toMatchObject({ value: { position } });
  });

  test("answers to another strand's prompts have no part in it", () => {
    const given = { ...answersTo(attention, [4, 4, 4, 4, 4, 4].map(points)), "motor.primary.hands": points(0) };
    expect(suggestPosition(attention, given)).toMatchObject({ value: { position: 100, applicable: 6 } });
  });
});

describe("HAZ-04 a missing answer", () => {
  const fourAnswered = [4, 4, 4, 4].map(points);

  test.each(["not-asked", "dont-know", "prefer-not-to-say"] as const)(
    "that is %s adds nothing and is counted",
    (why) => {
      const missing: Answer = { kind: "missing", why };
      expect(suggestFor(...fourAnswered, missing, missing)).toMatchObject({
        value: { position: 100, answered: 4, applicable: 6, partial: true },
      });
    },
  );

  test("is the same as no answer at all", () => {
    expect(suggestFor(...fourAnswered)).toEqual(suggestFor(...fourAnswered, notAsked, notAsked));
  });

  test("is not the same as an answer of no points", () => {
    expect(suggestFor(...fourAnswered, points(0), points(0))).toMatchObject({
      value: { position: 67, partial: false },
    });
  });
});

describe("no suggestion", () => {
  test("under three prompts that apply: the examples do not fit", () => {
    expect(suggestFor(doesNotApply, doesNotApply, doesNotApply, doesNotApply, points(4), points(4))).toEqual({
      ok: false,
      error: { type: "TooFewApply", applicable: 2 },
    });
    expect(suggestPosition([], {})).toEqual({ ok: false, error: { type: "TooFewApply", applicable: 0 } });
  });

  test("under three answers", () => {
    expect(suggestFor(doesNotApply, doesNotApply, doesNotApply, points(4), points(4), notAsked)).toEqual({
      ok: false,
      error: { type: "TooFewAnswered", answered: 2, applicable: 3 },
    });
  });

  test("under six in ten of those that apply; six in ten is enough", () => {
    expect(suggestFor(points(1), points(1), points(1))).toEqual({
      ok: false,
      error: { type: "TooFewAnswered", answered: 3, applicable: 6 },
    });
    expect(suggestFor(points(1), points(1), points(1), notAsked, notAsked, doesNotApply)).toMatchObject({
      ok: true,
      value: { answered: 3, applicable: 5, partial: true },
    });
  });
});

describe("HAZ-03 a reversed prompt", () => {
  test("counts from the other end", () => {
    const given = answersTo(mornings, [4, 4, 0, 0].map(points));
    expect(suggestPosition(mornings, given)).toMatchObject({ value: { position: 100, points: 16 } });
  });

  test("leaves the answer's own points as they were", () => {
    const given = answersTo(mornings, [0, 0, 4, 4].map(points));
    expect(suggestPosition(mornings, given)).toMatchObject({ value: { position: 0, points: 0 } });
    expect(given["mornings.primary.rushing"]).toEqual(points(4));
  });

  test("that is missing is missing, and not four points", () => {
    const given = answersTo(mornings, [points(0), points(0), points(4), notAsked]);
    expect(suggestPosition(mornings, given)).toMatchObject({ value: { position: 0, answered: 3 } });
  });
});
