import { describe, expect, test } from "vitest";
import { offeredFirst, type StrandMarks } from "#core/scoring/offered-first";

/** One strand after another, each with the child's mark alone. */
const childAt = (...positions: readonly number[]): StrandMarks[] =>
  positions.map((position, index) => ({ strandId: `strand-${index}`, youngPerson: position, people: [position] }));
const one = (marks: Omit<StrandMarks, "strandId">): StrandMarks[] => [{ strandId: "one", ...marks }];
const offeredAt = (strands: readonly StrandMarks[], ageYears = 8) => offeredFirst(strands, ageYears);

const offered = (...numbers: readonly number[]) => ({ kind: "strands", strandIds: numbers.map((n) => `strand-${n}`) });
const isOffered = { offer: { kind: "strands", strandIds: ["one"] }, seenDifferently: [] };
const isNotOffered = { offer: { kind: "nothing" }, seenDifferently: [] };
const hasNoOnePlace = { offer: { kind: "nothing" }, seenDifferently: ["one"] };

describe("which strands are offered", () => {
  test("those under 50, lowest first, three at most", () => {
    expect(offeredAt(childAt(49, 50, 12, 30, 40, 100)).offer).toEqual(offered(2, 3, 4));
  });

  test("every tie of the third, up to four, in the questionnaire's order", () => {
    expect(offeredAt(childAt(30, 10, 30, 20)).offer).toEqual(offered(1, 3, 0, 2));
    expect(offeredAt(childAt(10, 10, 10, 10)).offer).toEqual(offered(0, 1, 2, 3));
  });

  test("more than four are much the same, however far left", () => {
    expect(offeredAt(childAt(10, 20, 30, 30, 30)).offer).toEqual({ kind: "much-the-same" });
    expect(offeredAt(childAt(0, 0, 0, 0, 0, 0, 0, 0, 0)).offer).toEqual({ kind: "much-the-same" });
  });

  test("a tie that is not with the third makes no difference", () => {
    expect(offeredAt(childAt(10, 10, 20, 30, 30, 30)).offer).toEqual(offered(0, 1, 2));
  });

  test("none under 50: nothing", () => {
    expect(offeredAt(childAt(50, 70, 100)).offer).toEqual({ kind: "nothing" });
    expect(offeredAt([]).offer).toEqual({ kind: "nothing" });
  });

  test("a strand without a mark is left out; it is not at 0", () => {
    expect(offeredAt(one({ people: [] }))).toEqual(isNotOffered);
  });
});

describe("the one place of a strand", () => {
  test("is the agreed mark, whatever anyone marked, at any age", () => {
    expect(offeredAt(one({ agreed: 49, youngPerson: 80, people: [80, 10] }))).toEqual(isOffered);
    expect(offeredAt(one({ agreed: 50, youngPerson: 10, people: [10, 80] }))).toEqual(isNotOffered);
    expect(offeredAt(one({ agreed: 60, youngPerson: 10, people: [10] }), 17)).toEqual(isNotOffered);
    expect(offeredAt(one({ agreed: 10, people: [] }))).toEqual(isOffered);
  });

  test("is the young person's own from 16, however far the others are", () => {
    const apart = one({ youngPerson: 40, people: [40, 90] });
    expect(offeredAt(apart, 16)).toEqual(isOffered);
    expect(offeredAt(apart, 15)).toEqual(hasNoOnePlace);
  });

  test("is the child's where marks are less than 20 apart, though another is further left", () => {
    expect(offeredAt(one({ youngPerson: 50, people: [50, 31] }))).toEqual(isNotOffered);
    expect(offeredAt(one({ youngPerson: 49, people: [49, 68] }))).toEqual(isOffered);
  });

  test("is the leftmost where the young person has no mark, at 16 too", () => {
    expect(offeredAt(one({ people: [60, 45] }))).toEqual(isOffered);
    expect(offeredAt(one({ people: [60, 45] }), 18)).toEqual(isOffered);
    expect(offeredAt(one({ people: [60, 40] }), 18)).toEqual(hasNoOnePlace);
  });

  test("is nobody's where marks are 20 or more apart: the strand is named apart", () => {
    expect(offeredAt(one({ youngPerson: 30, people: [30, 50] }))).toEqual(hasNoOnePlace);
    expect(offeredAt(one({ youngPerson: 31, people: [31, 50] }))).toEqual(isOffered);
  });
});
