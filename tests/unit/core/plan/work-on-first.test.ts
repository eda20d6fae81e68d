import { describe, expect, test } from "vitest";
import { chooseFirst, letGoOfFirst, moveUp, workedOnFirst } from "#core/plan/work-on-first";
import type { Visit } from "#core/schema/visit";
import { begin } from "../../../support/scenario";
import { valueOf } from "../../../support/value-of";

const chose = (...strandIds: readonly string[]): Visit =>
  strandIds.reduce((visit, strandId) => valueOf(chooseFirst(visit, strandId)), begin({ here: ["child"] }).kept());

describe("what to work on first", () => {
  test("is kept in the order of choosing", () => {
    expect(workedOnFirst(chose("sensory", "attention", "energy"))).toEqual(["sensory", "attention", "energy"]);
  });

  test("a fourth is refused, and none of the three is pushed out", () => {
    const three = chose("sensory", "attention", "energy");
    expect(chooseFirst(three, "social")).toEqual({ ok: false, error: { type: "EnoughChosen", most: 3 } });
    expect(workedOnFirst(three)).toHaveLength(3);
  });

  test("choosing what is chosen changes nothing", () => {
    const three = chose("sensory", "attention", "energy");
    expect(valueOf(chooseFirst(three, "energy"))).toBe(three);
  });

  test("one that is let go of leaves the others in their order", () => {
    expect(workedOnFirst(letGoOfFirst(chose("sensory", "attention", "energy"), "attention"))).toEqual([
      "sensory",
      "energy",
    ]);
  });

  test("one moves up by one place, and the first stays first", () => {
    const three = chose("sensory", "attention", "energy");
    expect(workedOnFirst(moveUp(three, "energy"))).toEqual(["sensory", "energy", "attention"]);
    expect(moveUp(three, "sensory")).toBe(three);
    expect(moveUp(three, "social")).toBe(three);
  });

  test("what a newer version wrote beside it is kept", () => {
    const visit = chose("sensory");
    const newer: Visit = {
      ...visit,
      plan: {
        ...visit.plan,
        sections: { "work-on-first": { hiddenFrom: [], strandIds: ["sensory"], because: "it was said so" } },
      },
    };
    expect(letGoOfFirst(newer, "sensory").plan.sections["work-on-first"]).toEqual({
      hiddenFrom: [],
      strandIds: [],
      because: "it was said so",
    });
  });
});
