import { describe, expect, test } from "vitest";
import { begin } from "../support/scenario";

describe("each marks an empty line", () => {
  test("marks are not put beside each other while somebody here has still to mark", () => {
    const visit = begin({ here: ["child", "mum", "dad"] });
    visit.mark("attention", { as: "child", position: 60 });
    expect(visit.seeTogether("attention")).toEqual(["mum", "dad"]);
    visit.mark("attention", { as: "mum", position: 40 });
    expect(visit.seeTogether("attention")).toEqual(["dad"]);
    visit.passes("attention", { as: "dad" });
    expect(visit.seeTogether("attention")).toEqual([]);
  });

  test("somebody who says go on need not mark", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 60 });
    expect(visit.seeTogether("attention", ["mum"])).toEqual([]);
  });

  test("nobody has seen another's mark before they are together, whoever marked first", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 60 });
    visit.mark("attention", { as: "mum", position: 40 });
    expect(visit.hadSeen("attention", { as: "child" })).toEqual([]);
    expect(visit.hadSeen("attention", { as: "mum" })).toEqual([]);
  });
});

describe("a mark made after seeing the others", () => {
  test("says whose marks had been seen", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 60 });
    visit.seeTogether("attention", ["mum"]);
    visit.mark("attention", { as: "mum", position: 55 });
    expect(visit.hadSeen("attention", { as: "mum" })).toEqual(["child"]);
    expect(visit.hadSeen("attention", { as: "child" })).toEqual([]);
  });

  test("does so too when the mark stood before and is moved, and only on the strand that was seen", () => {
    const visit = begin({ here: ["child", "mum"] });
    for (const strand of ["attention", "motor"]) {
      visit.mark(strand, { as: "child", position: 60 });
      visit.mark(strand, { as: "mum", position: 20 });
    }
    visit.seeTogether("attention");
    visit.mark("attention", { as: "mum", position: 55 });
    visit.mark("motor", { as: "mum", position: 55 });
    expect(visit.hadSeen("attention", { as: "mum" })).toEqual(["child"]);
    expect(visit.hadSeen("motor", { as: "mum" })).toEqual([]);
  });

  test("opening the picture counts as having seen every line that has a mark", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 60 });
    visit.openPicture();
    visit.mark("attention", { as: "mum", position: 55 });
    visit.mark("motor", { as: "mum", position: 55 });
    visit.mark("motor", { as: "child", position: 50 });
    expect(visit.hadSeen("attention", { as: "mum" })).toEqual(["child"]);
    expect(visit.hadSeen("motor", { as: "child" })).toEqual([]);
  });
});

describe("a mark that people agree on", () => {
  test("is placed only once the marks are seen together", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 60 });
    expect(visit.agreeOn("attention", 50)).toBe("NotYetTogether");
    visit.seeTogether("attention", ["mum"]);
    expect(visit.agreeOn("attention", 45)).toBe("done");
    expect(visit.pictureFor("child", "mum").agreedOn("attention")).toBe(45);
  });

  test("is the strand's place, and leaves everyone's own mark where it is", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 80 });
    visit.mark("attention", { as: "mum", position: 20 });
    visit.seeTogether("attention");
    visit.agreeOn("attention", 45);
    const picture = visit.pictureFor("child", "mum");
    expect(picture.marksOn("attention")).toEqual([
      ["child", 80],
      ["mum", 20],
    ]);
    expect(picture.offer).toEqual({ kind: "strands", strandIds: ["attention"] });
    expect(picture.seenDifferently).toEqual([]);
    expect(picture.looksDifferent).toEqual(["attention"]);
  });

  test("“we see this differently” is a finished answer, and no mark is placed", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("attention", { as: "child", position: 80 });
    visit.mark("attention", { as: "mum", position: 20 });
    expect(visit.seeDifferently("attention")).toBe("NotYetTogether");
    visit.seeTogether("attention");
    expect(visit.seeDifferently("attention")).toBe("done");
    const picture = visit.pictureFor("child", "mum");
    expect(picture.seenDifferentlyOn("attention")).toBe(true);
    expect(picture.agreedOn("attention")).toBeUndefined();
  });
});
