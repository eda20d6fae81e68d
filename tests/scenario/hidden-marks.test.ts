import { describe, expect, test } from "vitest";
import { begin } from "../support/scenario";

const visitWith = (dadMarks: boolean) => {
  const visit = begin({ here: ["child", "mum"] });
  visit.mark("attention", { as: "child", position: 30 });
  visit.mark("attention", { as: "mum", position: 35 });
  if (dadMarks) {
    visit.mark("attention", { as: "dad", position: 90 });
    visit.hides("attention", { of: "dad", from: ["mum"] });
  }
  return visit;
};

describe("a mark hidden from Mum", () => {
  test("is not in her picture, and is in the child's", () => {
    const visit = visitWith(true);
    expect(visit.pictureFor("mum").marksOn("attention")).toEqual([
      ["child", 30],
      ["mum", 35],
    ]);
    expect(visit.pictureFor("child").marksOn("attention")).toContainEqual(["dad", 90]);
  });

  test("HAZ-08 changes nothing that is worked out for her", () => {
    const { marksOn: _a, ghostsOn: _b, ...hers } = visitWith(true).pictureFor("mum");
    const { marksOn: _c, ghostsOn: _d, ...without } = visitWith(false).pictureFor("mum");
    expect(JSON.stringify(hers)).toBe(JSON.stringify(without));
    expect(visitWith(true).pictureFor("child").looksDifferent).toEqual(["attention"]);
    expect(visitWith(true).pictureFor("mum").looksDifferent).toEqual([]);
  });

  test("HAZ-07 is on no screen that she looks at with the child", () => {
    const visit = visitWith(true);
    expect(visit.pictureFor("child", "mum").marksOn("attention")).not.toContainEqual(["dad", 90]);
  });

  test("is not named among the marks that the child had seen beside her", () => {
    const visit = visitWith(true);
    visit.seeTogether("attention");
    visit.mark("attention", { as: "child", position: 40 });
    expect(visit.hadSeen("attention", { as: "child" })).toEqual(["mum"]);
  });

  test("does not make a line that looks empty to her count as seen", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("motor", { as: "dad", position: 10 });
    visit.hides("motor", { of: "dad", from: ["mum"] });
    visit.openPicture();
    expect(visit.agreeOn("motor", 50)).toBe("NotYetTogether");
  });
});
