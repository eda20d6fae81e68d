import { describe, expect, test } from "vitest";
import { Agreement } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { changeAgreement, takeBackNo } from "#core/visit/change-agreement";
import { agreementIn, withSection } from "#core/visit/change-section";
import { idOf } from "../../../support/family";
import { begin } from "../../../support/scenario";

const saying = (agreement: Partial<Agreement>): Visit =>
  withSection(begin({ here: ["child", "mum"] }).kept(), "agreement", { ...Agreement.parse({}), ...agreement });

const after = (visit: Visit, ageYears: number, change: Partial<Agreement>): Agreement =>
  agreementIn(changeAgreement(visit, ageYears, change));

describe("law 1: a yes is not passed on", () => {
  test.each([
    ["from the child to a parent", 8, { understands: "yes" }, { understands: "no" }],
    ["from a parent to the child", 8, { understands: "no" }, { understands: "yes" }],
    ["from the young person to nobody yet", 17, {}, { capacityDoubt: true }],
    [
      "from the young person to best interests",
      17,
      { capacityDoubt: true, capacitySteps: { understand: true, remember: true, weigh: true, tell: true } },
      { capacitySteps: { understand: true, remember: true, weigh: false, tell: true } },
    ],
  ] as const)("%s", (_, ageYears, before, change) => {
    const visit = saying({ ...before, decision: "yes", words: "Yes." });
    expect(after(visit, ageYears, change).decision).toBe("undecided");
  });

  test("any other change leaves the answer as it is", () => {
    const visit = saying({ understands: "yes", decision: "yes", words: "Yes." });
    expect(after(visit, 8, { privacyLimitSaid: true, words: "Yes please." })).toMatchObject({
      decision: "yes",
      words: "Yes please.",
    });
  });
});

describe("law 2: the child's words become the wish", () => {
  test("after what the wish was already", () => {
    const visit = saying({ understands: "yes", words: "With my bear.", childWish: "At home." });
    expect(after(visit, 8, { understands: "no" })).toMatchObject({ words: "", childWish: "At home.\nWith my bear." });
  });

  test("an adult's words stay where they are", () => {
    const visit = saying({ understands: "no", decision: "yes", words: "Go ahead.", childWish: "At home." });
    expect(after(visit, 8, { understands: "yes" })).toMatchObject({ words: "Go ahead.", childWish: "At home." });
  });
});

describe("law 3: a no stands", () => {
  const no = saying({ understands: "yes", decision: "no", words: "Not today.", decidedById: idOf("child") });

  test("when it is passed to an adult, and when a yes is said over it", () => {
    expect(after(no, 8, { understands: "no" })).toMatchObject({ decision: "no", words: "Not today." });
    expect(after(no, 8, { decision: "yes" }).decision).toBe("no");
  });

  test("until it is taken back, and then it is kept in its words", () => {
    expect(agreementIn(takeBackNo(no, 5_000))).toMatchObject({
      decision: "undecided",
      words: "",
      earlierNos: [{ words: "Not today.", decidedById: idOf("child"), takenBackAtMs: 5_000 }],
    });
    expect(after(takeBackNo(no, 5_000), 8, { decision: "yes", words: "Now yes." })).toMatchObject({
      decision: "yes",
      earlierNos: [{ words: "Not today." }],
    });
  });

  test("a slip of the finger without words leaves nothing behind; taking back what is no no changes nothing", () => {
    expect(agreementIn(takeBackNo(saying({ decision: "no" }), 5_000)).earlierNos).toEqual([]);
    const yes = saying({ decision: "yes", words: "Yes." });
    expect(takeBackNo(yes, 5_000)).toBe(yes);
  });
});
