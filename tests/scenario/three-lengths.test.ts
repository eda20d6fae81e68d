import { describe, expect, test } from "vitest";
import { Person } from "#core/schema/person";
import { familyDocument } from "#report/family/family-document";
import { documentLanguage } from "#report/words/report-words";
import { idOf, familyOf } from "../support/family";
import { ndProfile } from "../support/nd-profile";
import { begin } from "../support/scenario";
import { valueOf } from "../support/value-of";

const everyStrand = ndProfile.structure.strands.map(({ id }) => id);
type Visit = ReturnType<typeof begin>;

const leftOut = (visit: Visit) =>
  visit
    .pictureFor("child", "mum")
    .rows.filter(({ notThisTime }) => notThisTime)
    .map(({ strandId }) => strandId);

/** The copy that Mum takes home, as far as it can be read. */
const copyOf = (visit: Visit): string => {
  visit.agrees({ as: "child", words: "Yes." });
  const finished = visit.finish();
  if (!("profile" in finished)) throw new Error(finished.join(", "));
  const document = familyDocument({
    ...finished,
    caseBody: familyOf(),
    instrument: ndProfile,
    forPersonId: idOf("mum"),
    madeBy: Person.parse({ id: idOf("practitioner"), name: "Jo Reed", kind: "practitioner", role: "early-help" }),
    madeAtMs: 1_800_000,
    dayOf: () => "2026-11-23",
    area: { name: "Practice", schoolClosures: [] },
    practice: true,
    language: valueOf(documentLanguage("en-GB")),
  });
  return JSON.stringify(valueOf(document).blocks);
};

describe("today's worry", () => {
  test("Robin and Mum come about mornings: two lines, then the picture", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.means("worry", "flexibility", "energy");
    expect(visit.way()).toEqual(["energy", "flexibility"]);
    visit.mark("energy", { as: "mum", position: 30 });
    visit.mark("flexibility", { as: "child", position: 20 });
    expect(leftOut(visit)).toEqual(everyStrand.filter((id) => id !== "energy" && id !== "flexibility"));
  });

  test("a line that was chosen and stayed empty is not called left out", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.means("worry", "energy");
    expect(leftOut(visit)).not.toContain("energy");
  });

  test("talk goes where it goes: a line that somebody marks or speaks about is in the picture", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.means("worry", "energy");
    visit.mark("sensory", { as: "child", position: 40 });
    visit.pins("social", { as: "mum", words: "Kind to the baby" });
    visit.passes("motor", { as: "child" });
    for (const strandId of ["sensory", "social", "motor"]) expect(leftOut(visit)).not.toContain(strandId);
    expect(visit.way()).toEqual(["energy"]);
  });

  test("HAZ-08 a line on which only a hidden person spoke is left out, for whoever may not see it", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.means("worry", "energy");
    visit.mark("sensory", { as: "child", position: 40 });
    visit.hides("sensory", { of: "child", from: ["mum"] });
    expect(leftOut(visit)).toContain("sensory");
  });

  test("people find that they want the rest too: all nine lines are there, and nothing that was said has gone", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.means("worry", "energy");
    visit.mark("energy", { as: "mum", position: 30 });
    visit.means("whole");
    expect(visit.way()).toEqual(everyStrand);
    expect(leftOut(visit)).toEqual([]);
    expect(visit.pictureFor("mum").marksOn("energy")).toEqual([["mum", 30]]);
  });

  test("last time's marks are not held against a line that was not talked about", () => {
    const before = begin({ here: ["child", "mum"] });
    before.mark("social", { as: "mum", position: 50 });
    before.agrees({ as: "child", words: "Yes." });
    const lastTime = before.finish();
    if (!("profile" in lastTime)) throw new Error("not finished");
    const visit = begin({ here: ["child", "mum"], lastTime });
    visit.means("worry", "energy");
    expect(visit.pictureFor("mum").ghostsOn("social")).toEqual([]);
    visit.means("whole");
    expect(visit.pictureFor("mum").ghostsOn("social")).toHaveLength(1);
  });

  test("the copy draws what was talked about, and names the rest as not talked about this time, once", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.means("worry", "energy");
    visit.mark("energy", { as: "mum", position: 30 });
    const copy = copyOf(visit);
    expect(copy.match(/Not talked about this time/g)).toHaveLength(1);
    expect(copy).toContain("today's worry, not about all nine lines");
    expect(copy).not.toContain("no mark");
    expect(copy).not.toContain('"strandId":"social"');
    expect(copy).toContain('"strandId":"energy"');
  });
});

describe("the whole picture", () => {
  test("is what a visit is where nobody says otherwise, and its copy has all nine lines", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("energy", { as: "mum", position: 30 });
    expect(visit.way()).toEqual(everyStrand);
    const copy = copyOf(visit);
    for (const strandId of everyStrand) expect(copy).toContain(`"strandId":"${strandId}"`);
    expect(copy).not.toContain("today's worry");
  });
});

test("over two visits goes through all nine lines, and leaves none out", () => {
  const visit = begin({ here: ["child", "mum"] });
  visit.means("two-visits");
  expect(visit.way()).toEqual(everyStrand);
  expect(leftOut(visit)).toEqual([]);
});
