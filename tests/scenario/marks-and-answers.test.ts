import { describe, expect, test } from "vitest";
import { eightYearOld, seventeenYearOld } from "../support/family";
import { begin } from "../support/scenario";

describe("a child who passes", () => {
  test("has given an answer, and the answer is no place on the line", () => {
    const visit = begin({ child: eightYearOld, here: ["child", "mum"] });
    visit.passes("emotions", { as: "child" });
    visit.mark("emotions", { as: "mum", position: 20 });

    const picture = visit.pictureFor("mum");
    expect(picture.answersOn("emotions")).toEqual([["child", "passed"]]);
    expect(picture.marksOn("emotions")).toEqual([["mum", 20]]);
    expect(picture.looksDifferent).toEqual([]);
  });

  test("holds nobody up, and what Mum marked is offered to work on", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.passes("emotions", { as: "child" });
    visit.mark("emotions", { as: "mum", position: 20 });
    expect(visit.seeTogether("emotions")).toEqual([]);
    expect(visit.pictureFor("child", "mum").offer).toEqual({ kind: "strands", strandIds: ["emotions"] });
  });

  test("can mark after all, and take it back again", () => {
    const visit = begin({ here: ["child"] });
    visit.passes("emotions", { as: "child" });
    const before = visit.kept();
    visit.mark("emotions", { as: "child", position: 30 });
    expect(visit.pictureFor("child").answersOn("emotions")).toEqual([]);
    visit.undo("emotions", { as: "child" }, before);
    expect(visit.pictureFor("child").marksOn("emotions")).toEqual([]);
    expect(visit.pictureFor("child").answersOn("emotions")).toEqual([["child", "passed"]]);
  });

  test("and a baby of whom it is too early to say: neither has a place", () => {
    const visit = begin({ here: ["mum"] });
    visit.tooEarly("learning", { as: "mum" });
    expect(visit.pictureFor("mum").answersOn("learning")).toEqual([["mum", "too-early"]]);
    expect(visit.pictureFor("mum").offer).toEqual({ kind: "nothing" });
  });
});

describe("two people who differ", () => {
  test("a child at 68 and Mum at 38 look different, and nobody's place is chosen for them", () => {
    const visit = begin({ child: eightYearOld, here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 68 });
    visit.mark("attention", { as: "mum", position: 38 });
    visit.passes("emotions", { as: "child" });

    expect(visit.pictureFor("mum").looksDifferent).toEqual(["attention"]);
    expect(visit.pictureFor("mum").seenDifferently).toEqual(["attention"]);
    expect(visit.pictureFor("mum").offer).toEqual({ kind: "nothing" });
  });

  test("two parents who differ keep both their marks, the child's first, and no mark in between", () => {
    const visit = begin({ here: ["child", "mum", "dad"] });
    visit.mark("social", { as: "mum", position: 25 });
    visit.mark("social", { as: "dad", position: 75 });
    visit.mark("social", { as: "child", position: 60 });
    expect(visit.pictureFor("mum", "dad").marksOn("social")).toEqual([
      ["child", 60],
      ["mum", 25],
      ["dad", 75],
    ]);
  });

  test("from 16 the young person's own place is the one that is offered", () => {
    const visit = begin({ child: seventeenYearOld, here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 40 });
    visit.mark("attention", { as: "mum", position: 90 });
    expect(visit.pictureFor("mum").offer).toEqual({ kind: "strands", strandIds: ["attention"] });
    expect(visit.pictureFor("mum").looksDifferent).toEqual(["attention"]);
  });

  test("a place said in words and one drawn by hand differ only when a fifth lies between", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 30, input: "words" });
    visit.mark("attention", { as: "mum", position: 59 });
    expect(visit.pictureFor("mum").looksDifferent).toEqual([]);
    visit.mark("attention", { as: "mum", position: 60 });
    expect(visit.pictureFor("mum").looksDifferent).toEqual(["attention"]);
  });
});

describe("answers beside the line", () => {
  test("suggest a place only as a second opinion: the mark stays where it was put", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "mum", position: 40 });
    visit.answers("attention", { as: "mum", points: [4, 4, 4, 4, 4, 4] });
    expect(visit.suggestionFor("attention", { as: "mum" })).toMatchObject({ ok: true, value: { position: 100 } });
    expect(visit.pictureFor("mum").marksOn("attention")).toEqual([["mum", 40]]);
  });

  test("HAZ-04 two questions left out are not two zeros", () => {
    const visit = begin({ here: ["mum"] });
    visit.answers("attention", { as: "mum", points: [4, 4, 4, 4, undefined, undefined] });
    expect(visit.suggestionFor("attention", { as: "mum" })).toMatchObject({
      ok: true,
      value: { position: 100, answered: 4, applicable: 6, partial: true },
    });
  });

  test("a strength is words, wherever the mark stands", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("motor", { as: "child", position: 5 });
    visit.pins("motor", { as: "child", words: "Climbs anything.\n\n Rides a bike. " });
    expect(visit.pictureFor("mum").strengths.map(({ strandId, text }) => [strandId, text])).toEqual([
      ["motor", "Climbs anything."],
      ["motor", "Rides a bike."],
    ]);
  });
});
