import { describe, expect, test } from "vitest";
import { peopleOf } from "#core/schema/case";
import { firstToMark } from "#core/flow/first-to-mark";
import { promptsFor } from "#core/instrument/load-instrument";
import { familyOf, idOf, whoIs } from "../support/family";
import { ndProfile } from "../support/nd-profile";
import { begin } from "../support/scenario";

const tenMonthsOld = { name: "Noor", bornOn: "2026-01-20" };
const twentyTwo = { name: "Kit", bornOn: "2004-06-01" };
const band = (visit: ReturnType<typeof begin>) => visit.kept().profile.sections.frame.band;

describe("a baby of ten months, with both parents", () => {
  test("has a profile made of what people see, with nothing that is too early read as a nought", () => {
    const visit = begin({ child: tenMonthsOld, here: ["child", "mum", "dad"] });
    expect(band(visit)).toBe("under-2");
    expect(whoIs(firstToMark(visit.kept(), peopleOf(familyOf(tenMonthsOld))))).toBe("mum");
    visit.agrees({ as: "mum", words: "Yes, for all three of us.", understands: "no" });

    visit.mark("communication", { as: "mum", position: 62 });
    visit.answers("communication", { as: "mum", points: [4, 3, 3, 4, "not-yet", "not-yet"] });
    visit.mark("communication", { as: "child", position: 70, how: { kind: "watched", by: idOf("dad") } });
    visit.mark("sensory", { as: "mum", position: 28 });
    visit.mark("sensory", { as: "dad", position: 40 });
    visit.tooEarly("learning", { as: "mum" });
    visit.pins("social", { as: "dad", words: "Laughs whenever the dog comes in." });

    visit.openPicture();
    const picture = visit.pictureFor("child", "mum", "dad");
    expect(picture.marksOn("communication")).toEqual([
      ["child", 70],
      ["mum", 62],
    ]);
    expect(picture.answersOn("learning")).toEqual([["mum", "too-early"]]);
    expect(picture.offer).toEqual({ kind: "strands", strandIds: ["sensory"] });
    expect(picture.strengths.map(({ text }) => text)).toEqual(["Laughs whenever the dog comes in."]);

    visit.worksOnFirst("sensory");
    visit.willTry({ what: "The lamp, not the big light, for the last feed.", who: "dad" });
    expect(visit.finish()).toHaveProperty("profile");
  });

  test("HAZ-04 not yet twice still leaves the mark where Mum put it, and says where her answers sit only beside it", () => {
    const visit = begin({ child: tenMonthsOld, here: ["mum"] });
    visit.mark("communication", { as: "mum", position: 90 });
    visit.answers("communication", { as: "mum", points: [4, 4, 4, 4, "not-yet", "not-yet"] });
    // Sixteen points of six answers: 16 ÷ 6 ÷ 4 × 100 = 66.67.
    expect(visit.suggestionFor("communication", { as: "mum" })).toMatchObject({ ok: true, value: { position: 67 } });
    expect(visit.pictureFor("mum").marksOn("communication")).toEqual([["mum", 90]]);
  });

  test("HAZ-04 not yet three times and the rest not known is too little to say anything", () => {
    const visit = begin({ child: { name: "Ari", bornOn: "2023-10-02" }, here: ["mum"] });
    expect(band(visit)).toBe("early-years");
    visit.answers("attention", {
      as: "mum",
      points: [undefined, undefined, "not-yet", undefined, "not-yet", "not-yet"],
    });
    expect(visit.suggestionFor("attention", { as: "mum" })).toMatchObject({ ok: false });
  });
});

describe("a young adult of twenty-two, with Mum and a college tutor", () => {
  test("decides, marks, and has their own place offered first whatever the others see", () => {
    const visit = begin({ child: twentyTwo, here: ["child", "mum", "teacher"] });
    expect(band(visit)).toBe("16-to-25");
    expect(whoIs(firstToMark(visit.kept(), peopleOf(familyOf(twentyTwo))))).toBe("child");
    visit.agrees({ as: "child", words: "Yes. I'd like to show Mum." });

    visit.mark("social", { as: "child", position: 35 });
    visit.mark("social", { as: "mum", position: 80 });
    visit.mark("learning", { as: "child", position: 75 });
    visit.mark("learning", { as: "teacher", position: 20 });
    visit.answers("social", { as: "child", points: [1, 2, 1, 3, 4, 2] });
    visit.openPicture();

    const picture = visit.pictureFor("child", "mum", "teacher");
    expect(picture.offer).toEqual({ kind: "strands", strandIds: ["social"] });
    expect(picture.looksDifferent).toEqual(["social", "learning"]);
    // Thirteen points of six answers: 13 ÷ 6 ÷ 4 × 100 = 54.17; the mark stays at 35.
    expect(visit.suggestionFor("social", { as: "child" })).toMatchObject({ ok: true, value: { position: 54 } });
    expect(picture.marksOn("social")[0]).toEqual(["child", 35]);

    visit.worksOnFirst("social");
    visit.willTry({ what: "A message with the plan before each meeting.", who: "teacher" });
    expect(visit.finish()).toHaveProperty("profile");
  });

  test("is never asked about not yet, nor about school", () => {
    const ids = ndProfile.structure.strands.map(({ id }) => id);
    const prompts = ids.flatMap((id) => promptsFor(ndProfile.structure, id, "16-to-25"));
    const words = prompts.map(({ id }) => ndProfile.wording.strands[id.split(".")[0]!]?.prompts[id] ?? "");
    expect(prompts.filter(({ skill }) => skill === true)).toEqual([]);
    expect(words.filter((text) => /\b(?:school|lessons?|teachers?|playground)\b/i.test(text))).toEqual([]);
  });

  test("who would rather have the words for secondary school on one line has them there, and keeps every mark", () => {
    const visit = begin({ child: twentyTwo, here: ["child"] });
    visit.mark("learning", { as: "child", position: 30 });
    visit.choosesWords("learning", "secondary");
    visit.mark("social", { as: "child", position: 35 });
    expect(visit.pictureFor("child").marksOn("learning")).toEqual([["child", 30]]);
    expect(visit.besideOtherWords("learning")).toEqual([["child", "16-to-25"]]);
    expect(visit.besideOtherWords("social")).toEqual([]);
  });

  test("is compared with last time only where the words are the same age's", () => {
    const earlier = begin({ child: twentyTwo, here: ["child"] });
    earlier.agrees({ as: "child", words: "Yes." });
    earlier.mark("energy", { as: "child", position: 20 });
    earlier.mark("motor", { as: "child", position: 20 });
    earlier.willTry({ what: "Later starts.", who: "teacher" });
    const lastTime = earlier.finish();
    if (!("profile" in lastTime)) throw new Error(lastTime.join());

    const visit = begin({ child: twentyTwo, here: ["child"], lastTime });
    visit.mark("energy", { as: "child", position: 45 });
    visit.changesBand("secondary");
    visit.mark("motor", { as: "child", position: 45 });
    const comparisonOn = (strandId: string) => visit.pictureFor("child").ghostsOn(strandId)[0]?.comparison;
    expect(comparisonOn("energy")).toEqual({ kind: "comparable", now: "was-further-left" });
    expect(comparisonOn("motor")).toEqual({ kind: "not-comparable", why: "other-band" });
  });
});
