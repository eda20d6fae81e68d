import { describe, expect, test } from "vitest";
import { safetyQuestionsClosed, type StartGap, startState } from "#core/flow/start-state";
import { peopleOf } from "#core/schema/case";
import { Agreement, Here } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { changeHere, withSection } from "#core/visit/change-section";
import { familyOf, idOf } from "../../../support/family";
import { begin } from "../../../support/scenario";

const people = peopleOf(familyOf());
const yes = Agreement.parse({ privacyLimitSaid: true, understands: "yes", decision: "yes", words: "Yes." });

const started = (here: object = {}, agreement: Agreement = yes): Visit =>
  withSection(
    withSection(
      begin({ here: [] }).kept(),
      "here",
      Here.parse({ rightChild: true, presentIds: [idOf("practitioner"), idOf("mum")], ...here }),
    ),
    "agreement",
    agreement,
  );

const missing = (visit: Visit, ageYears = 8): readonly StartGap[] => {
  const state = startState(visit, { ageYears, people });
  return state.kind === "open" ? state.missing : [];
};

describe("the start of a visit", () => {
  test("is done with the right child, somebody here and a yes in words", () => {
    expect(startState(started(), { ageYears: 8, people })).toEqual({ kind: "ready" });
  });

  test("HAZ-01 is not done before it was said that this is the right child", () => {
    expect(missing(started({ rightChild: false }))).toEqual(["right-child"]);
  });

  test("needs somebody beside the one who leads it", () => {
    expect(missing(started({ presentIds: [idOf("practitioner")] }))).toEqual(["who-is-here"]);
    expect(missing(started({ presentIds: [] }))).toEqual(["who-is-here"]);
  });

  test("is a no whatever else is missing", () => {
    const no = { ...yes, decision: "no" as const, privacyLimitSaid: false };
    expect(startState(started({ rightChild: false }, no), { ageYears: 8, people })).toEqual({ kind: "said-no" });
  });

  test("asks for the answer only once it is known whose it is", () => {
    const nothing = Agreement.parse({});
    expect(missing(started({}, nothing))).toEqual(["privacy-limit", "understands"]);
    expect(missing(started({}, { ...nothing, capacityDoubt: true }), 17)).toEqual(["privacy-limit", "capacity-steps"]);
    expect(missing(started({}, { ...nothing, understands: "no" }))).toEqual([
      "privacy-limit",
      "decided-by",
      "decision",
      "words",
    ]);
  });
});

describe("HAZ-19 interpreting", () => {
  const withInterpreter = (interpreter: Here["interpreter"]): Visit => changeHere(started(), { interpreter });

  test.each([
    [{ kind: "none" }, []],
    [{ kind: "professional", name: " " }, ["interpreter-name"]],
    [{ kind: "professional", name: "Ioana Popa" }, []],
    [{ kind: "relative-insisted", name: "", reason: "" }, ["interpreter-name", "interpreter-reason"]],
    [{ kind: "relative-insisted", name: "Uncle", reason: "" }, ["interpreter-reason"]],
    [{ kind: "relative-insisted", name: "Uncle", reason: "Nobody came." }, []],
    [{ kind: "relative-insisted", name: " robin ", reason: "Nobody came." }, ["interpreter-a-child"]],
    [{ kind: "professional", name: "Robin" }, ["interpreter-a-child"]],
  ] as const)("%j leaves %j to do", (interpreter, gaps) => {
    expect(missing(withInterpreter(interpreter))).toEqual(gaps);
  });

  test("a brother or a sister never interprets", () => {
    const sister = { ...people[1]!, role: "sibling", name: "Ines", childCalls: "Nini" };
    const visit = withInterpreter({ kind: "relative-insisted", name: "nini", reason: "Nobody came." });
    expect(startState(visit, { ageYears: 8, people: [...people, sister] })).toEqual({
      kind: "open",
      missing: ["interpreter-a-child"],
    });
  });

  test("only a relative closes the safety questions", () => {
    const closed = (interpreter: Here["interpreter"]): boolean => safetyQuestionsClosed(Here.parse({ interpreter }));
    expect(closed({ kind: "relative-insisted", name: "Uncle", reason: "Nobody came." })).toBe(true);
    expect(closed({ kind: "professional", name: "Ioana Popa" })).toBe(false);
    expect(closed({ kind: "none" })).toBe(false);
  });
});
