import { describe, expect, test } from "vitest";
import type { AgeBand } from "#core/schema/age-band";
import { bandOn, besideOtherWords } from "#core/scoring/band-on";
import { changeBand, chooseBandOn } from "#core/visit/change-band";
import { voiceIn } from "#core/visit/change-section";
import type { Visit } from "#core/schema/visit";
import { idOf } from "../../../support/family";
import { begin } from "../../../support/scenario";

const wordsOn = (visit: Visit, strandId: string): AgeBand => bandOn(strandId, visit.profile.sections);
const besideOn = (visit: Visit, strandId: string) => besideOtherWords(strandId, visit.profile.sections);

describe("another age for the visit", () => {
  test("gives its words to every strand; a mark stays, and says beside whose words it was made", () => {
    const visit = begin({ here: ["child"] });
    visit.mark("attention", { as: "child", position: 68 });
    visit.changesBand("secondary");
    const changed = visit.kept();
    expect([wordsOn(changed, "energy"), wordsOn(changed, "attention")]).toEqual(["secondary", "secondary"]);
    expect(voiceIn(changed, "attention", idOf("child")).mark).toMatchObject({ position: 68, band: "primary" });
    expect(besideOn(changed, "attention")).toEqual([{ ownerId: idOf("child"), band: "primary" }]);
    expect(besideOn(changed, "energy")).toEqual([]);
  });

  test("is beside a mark that moves from then on, also for the one that is placed together", () => {
    const visit = begin({ here: ["child"] });
    visit.mark("attention", { as: "child", position: 68 });
    visit.seeTogether("attention");
    visit.agreeOn("attention", 60);
    visit.changesBand("secondary");
    expect(besideOn(visit.kept(), "attention").map(({ ownerId }) => ownerId)).toEqual([idOf("child"), "agreed"]);
    visit.mark("attention", { as: "child", position: 70 });
    visit.agreeOn("attention", 62);
    expect(besideOn(visit.kept(), "attention")).toEqual([]);
  });

  test("comes back to the first as if it had never been changed", () => {
    const visit = begin({ here: ["child"] });
    visit.mark("attention", { as: "child", position: 68 });
    const before = visit.kept();
    expect(changeBand(changeBand(before, "under-2"), "primary")).toEqual(before);
  });

  test("that it has already changes nothing", () => {
    const visit = begin({ here: ["child"] }).kept();
    expect(changeBand(visit, visit.profile.sections.frame.band)).toBe(visit);
  });
});

describe("another age for one strand", () => {
  test("is that strand's alone, and stays when the visit's changes", () => {
    const visit = begin({ here: ["child"] });
    visit.choosesWords("attention", "early-years");
    expect([wordsOn(visit.kept(), "attention"), wordsOn(visit.kept(), "energy")]).toEqual(["early-years", "primary"]);
    visit.changesBand("secondary");
    expect([wordsOn(visit.kept(), "attention"), wordsOn(visit.kept(), "energy")]).toEqual(["early-years", "secondary"]);
  });

  test("is taken back by choosing the visit's own, and then follows it", () => {
    const visit = begin({ here: ["child"] });
    visit.choosesWords("attention", "early-years");
    visit.choosesWords("attention", "primary");
    visit.changesBand("secondary");
    expect(wordsOn(visit.kept(), "attention")).toBe("secondary");
  });

  test("loses nothing of what was said there about seeing the marks together", () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.seeTogether("attention", ["child", "mum"]);
    const talk = visit.kept().profile.sections["talk/attention"];
    visit.choosesWords("attention", "early-years");
    expect(visit.kept().profile.sections["talk/attention"]).toEqual({ ...talk, descriptionsBand: "early-years" });
    visit.choosesWords("attention", "primary");
    expect(visit.kept().profile.sections["talk/attention"]).toEqual(talk);
  });

  test("that it has already changes nothing", () => {
    const visit = begin({ here: ["child"] }).kept();
    expect(chooseBandOn(visit, "attention", "primary")).toBe(visit);
    const chosen = chooseBandOn(visit, "attention", "secondary");
    expect(chooseBandOn(chosen, "attention", "secondary")).toBe(chosen);
  });
});

test("HAZ-08 words stay the visit's where the only mark is hidden, whether it was hidden before or after the change", () => {
  const visit = begin({ here: ["child", "mum"] });
  visit.mark("attention", { as: "child", position: 10 });
  visit.changesBand("secondary");
  visit.hides("attention", { of: "child", from: ["mum"] });
  const never = begin({ here: ["child", "mum"] });
  never.changesBand("secondary");
  expect(visit.seenBy("mum")).toEqual(never.seenBy("mum"));
});
