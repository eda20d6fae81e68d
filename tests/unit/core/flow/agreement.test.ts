import { describe, expect, test } from "vitest";
import { agreementState, CAPACITY_STEPS, deciderOf } from "#core/flow/agreement";
import { Agreement } from "#core/schema/profile";
import { idOf } from "../../../support/family";

const agreement = (said: Partial<Agreement> = {}): Agreement => Agreement.parse(said);
const yes = { privacyLimitSaid: true, decision: "yes", words: "Yes." } as const;
const steps = (...answers: readonly (boolean | undefined)[]) =>
  Object.fromEntries(
    CAPACITY_STEPS.flatMap((step, index) => (answers[index] === undefined ? [] : [[step, answers[index]]])),
  );

describe("whose decision it is", () => {
  test("under 16 it is asked first whether the child understands", () => {
    expect(deciderOf(15, agreement())).toBe("ask-first");
    expect(deciderOf(15, agreement({ understands: "yes" }))).toBe("child");
    expect(deciderOf(4, agreement({ understands: "yes" }))).toBe("child");
    expect(deciderOf(15, agreement({ understands: "no" }))).toBe("parent");
  });

  test("from 16 the young person is presumed able, whatever was said about understanding", () => {
    expect(deciderOf(16, agreement())).toBe("young-person");
    expect(deciderOf(16, agreement({ understands: "no" }))).toBe("young-person");
  });

  test("where there is doubt, all four steps are gone through before anything is decided", () => {
    const inDoubt = (...answers: readonly (boolean | undefined)[]) =>
      deciderOf(16, agreement({ capacityDoubt: true, capacitySteps: steps(...answers) }));
    expect(inDoubt()).toBe("ask-first");
    expect(inDoubt(true, true, true)).toBe("ask-first");
    expect(inDoubt(true, true, true, true)).toBe("young-person");
    expect(inDoubt(true, true, false, true)).toBe("best-interests");
    expect(inDoubt(undefined, false)).toBe("best-interests");
  });

  test("steps without a doubt change nothing", () => {
    expect(deciderOf(16, agreement({ capacitySteps: steps(false) }))).toBe("young-person");
  });
});

describe("whether the visit may go on", () => {
  test("yes, with the child's own words and the limit of privacy said", () => {
    expect(agreementState(8, agreement({ ...yes, understands: "yes" }))).toEqual({ kind: "agreed" });
    expect(agreementState(17, agreement(yes))).toEqual({ kind: "agreed" });
  });

  test("not before: everything that is missing is named at once", () => {
    expect(agreementState(8, agreement())).toEqual({
      kind: "open",
      missing: ["privacy-limit", "understands", "decision", "words"],
    });
  });

  test.each([
    ["the limit of privacy was not said", { privacyLimitSaid: false }, ["privacy-limit"]],
    ["nobody has decided", { decision: "undecided" }, ["decision"]],
    ["a yes without words", { words: "  " }, ["words"]],
  ] as const)("not when %s", (_, change, missing) => {
    expect(agreementState(17, agreement({ ...yes, ...change }))).toEqual({ kind: "open", missing });
  });

  test("where an adult decides, it is said who", () => {
    const adult = agreement({ ...yes, understands: "no" });
    expect(agreementState(8, adult)).toEqual({ kind: "open", missing: ["decided-by"] });
    expect(agreementState(8, { ...adult, decidedById: idOf("mum") })).toEqual({ kind: "agreed" });
    const bestInterests = agreement({ ...yes, capacityDoubt: true, capacitySteps: steps(false) });
    expect(agreementState(16, bestInterests)).toEqual({ kind: "open", missing: ["decided-by"] });
  });

  test("from 16, in doubt, the steps come first", () => {
    expect(agreementState(16, agreement({ ...yes, capacityDoubt: true }))).toEqual({
      kind: "open",
      missing: ["capacity-steps"],
    });
  });

  test("a no is a no at any age, and needs nothing more", () => {
    expect(agreementState(3, agreement({ decision: "no" }))).toEqual({ kind: "said-no" });
    expect(agreementState(18, agreement({ ...yes, decision: "no" }))).toEqual({ kind: "said-no" });
  });
});
