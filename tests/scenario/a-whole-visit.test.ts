import { describe, expect, test } from "vitest";
import type { FinishedVisit } from "#core/visit/finish-visit";
import { idOf } from "../support/family";
import { begin } from "../support/scenario";

const finished = (outcome: FinishedVisit | readonly string[]): FinishedVisit => {
  if (!("profile" in outcome)) throw new Error(`not finished: ${outcome.join(", ")}`);
  return outcome;
};

test("a family comes, marks, looks, plans and finishes", () => {
  const visit = begin({ here: ["child", "mum", "dad"] });
  visit.agrees({ as: "child", words: "Yes, if I can stop when I want." });

  visit.mark("attention", { as: "child", position: 68 });
  visit.mark("attention", { as: "mum", position: 38 });
  visit.passes("attention", { as: "dad" });
  expect(visit.seeTogether("attention")).toEqual([]);
  expect(visit.seeDifferently("attention")).toBe("done");

  visit.mark("sensory", { as: "child", position: 22 });
  visit.mark("sensory", { as: "mum", position: 30 });
  visit.passes("emotions", { as: "child" });
  visit.pins("learning", { as: "mum", words: "Remembers every train." });

  visit.openPicture();
  const picture = visit.pictureFor("child", "mum", "dad");
  expect(picture.looksDifferent).toEqual(["attention"]);
  expect(picture.offer).toEqual({ kind: "strands", strandIds: ["sensory"] });
  expect(picture.strengths.map(({ text }) => text)).toEqual(["Remembers every train."]);

  visit.worksOnFirst("sensory");
  visit.willTry({ what: "A quiet table at lunch.", who: "teacher" });
  visit.willTry({ what: "Ear defenders by the door.", who: "mum", changes: "child" });

  const { profile, plan } = finished(visit.finish());
  expect(profile.sections.finish?.outcome).toEqual({ kind: "right-for-today" });
  expect(plan.sections["work-on-first"]?.strandIds).toEqual(["sensory"]);
});

describe("a visit that cannot be finished says every reason at once", () => {
  test("nobody has agreed, and nothing in the plan is for adults or the place to change", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.willTry({ what: "Sit in front.", who: "child", changes: "child" });
    expect(visit.finish()).toEqual(["NotAgreed", "NothingAdultsChange"]);
  });

  test("a child who says no today is not profiled today", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.saysNo({ words: "Not today." });
    expect(visit.finish({ kind: "for-today" })).toEqual(["NotAgreed"]);
  });

  test("seeing some of it differently needs the words", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.agrees({ as: "child", words: "OK." });
    const view = { personId: idOf("mum"), where: "attention", words: " " };
    expect(visit.finish({ kind: "seen-differently", views: [view] })).toEqual(["DifferentViewWithoutWords"]);
    expect(
      finished(visit.finish({ kind: "seen-differently", views: [{ ...view, words: "More at home." }] })),
    ).toBeDefined();
  });
});

describe("coming back", () => {
  const lastTime = () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.agrees({ as: "child", words: "Yes." });
    visit.mark("attention", { as: "child", position: 40 });
    visit.mark("attention", { as: "mum", position: 30 });
    visit.mark("motor", { as: "mum", position: 30 });
    visit.hides("motor", { of: "mum", from: ["dad"] });
    return finished(visit.finish({ kind: "for-today" }));
  };

  test("says where each person's own mark was, and compares nobody with anybody else", () => {
    const visit = begin({ here: ["child", "dad"], lastTime: lastTime() });
    visit.mark("attention", { as: "child", position: 55 });
    visit.mark("attention", { as: "dad", position: 30 });
    expect(visit.pictureFor("child", "dad").ghostsOn("attention")).toEqual([
      { owner: "child", position: 40, comparison: { kind: "comparable", now: "was-further-left" } },
      { owner: "mum", position: 30, comparison: { kind: "not-comparable", why: "other-person" } },
    ]);
  });

  test("what was hidden from Dad last time is hidden from him now", () => {
    const visit = begin({ here: ["child", "dad"], lastTime: lastTime() });
    expect(visit.pictureFor("child", "dad").ghostsOn("motor")).toEqual([]);
    expect(visit.pictureFor("child").ghostsOn("motor")).toHaveLength(1);
  });
});
