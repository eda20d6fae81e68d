import { describe, expect, test } from "vitest";
import { ProfileBody } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { isUntouched } from "#core/visit/untouched";
import { withSection } from "#core/visit/change-section";
import { chooseLength, chooseStrand, chosenStrands, isLeftOut, lengthIn, strandsToday } from "#core/visit/visit-length";
import { ndProfile } from "../../../support/nd-profile";
import { begin } from "../../../support/scenario";

const strandIds = ndProfile.structure.strands.map(({ id }) => id);
const fresh = () => begin({ here: ["child"] }).kept();
const worry = (...about: readonly string[]): Visit =>
  about.reduce((visit, strandId) => chooseStrand(visit, strandId, true), chooseLength(fresh(), "worry"));
const today = ({ profile }: Visit) => strandsToday(profile.sections, strandIds);

describe("how much to talk about", () => {
  test("is the whole picture until somebody chooses, and where only a newer version knows what was chosen", () => {
    expect(lengthIn(fresh().profile.sections)).toBe("whole");
    const { frame } = fresh().profile.sections;
    const newer = withSection(fresh(), "frame", { ...frame, length: { kind: "a-whole-day", strandIds: [] } });
    expect(lengthIn(newer.profile.sections)).toBe("whole");
    expect(today(newer)).toEqual(strandIds);
  });

  test("was the whole picture before anybody could choose (version 1)", () => {
    const { length: _length, ...frame } = fresh().profile.sections.frame;
    expect(lengthIn(ProfileBody.parse({ schemaVersion: 1, sections: { frame } }).sections)).toBe("whole");
  });

  test("stays with the profile, with what a newer version wrote beside it", () => {
    const { frame } = fresh().profile.sections;
    const length = { kind: "worry", strandIds: ["energy"], why: "Mornings" };
    const read = ProfileBody.parse({ schemaVersion: 1, sections: { frame: { ...frame, length } } });
    expect(read.sections.frame.length).toEqual(length);
  });

  test("that it is already changes nothing", () => {
    const visit = chooseLength(fresh(), "two-visits");
    expect(chooseLength(visit, "two-visits")).toBe(visit);
    const untold = fresh();
    expect(chooseLength(untold, "whole")).toBe(untold);
  });

  test("is nobody's words: a visit in which nothing else was said is still untouched", () => {
    const visit = worry("energy");
    const { here: _here, ...sections } = visit.profile.sections;
    expect(isUntouched({ ...visit, profile: { ...visit.profile, sections } })).toBe(true);
  });
});

describe("today's worry", () => {
  test("goes through its strands in the questionnaire's order, in whatever order they were chosen", () => {
    expect(today(worry("social", "energy"))).toEqual(["energy", "social"]);
    expect(isLeftOut(worry("energy").profile.sections, strandIds, "social")).toBe(true);
  });

  test("is all of them while none is chosen, or none that the questionnaire has", () => {
    expect(today(worry())).toEqual(strandIds);
    expect(today(worry("sleep"))).toEqual(strandIds);
    expect(isLeftOut(worry("sleep").profile.sections, strandIds, "social")).toBe(false);
  });

  test("has room for three", () => {
    const three = worry("energy", "social", "motor");
    expect(chooseStrand(three, "learning", true)).toBe(three);
    expect(today(chooseStrand(chooseStrand(three, "social", false), "learning", true))).toEqual([
      "energy",
      "motor",
      "learning",
    ]);
  });

  test("keeps its strands while another length is chosen, and has them again when it comes back", () => {
    const whole = chooseLength(worry("energy"), "whole");
    expect(today(whole)).toEqual(strandIds);
    expect(chosenStrands(whole.profile.sections)).toEqual(["energy"]);
    expect(today(chooseLength(whole, "worry"))).toEqual(["energy"]);
  });
});
