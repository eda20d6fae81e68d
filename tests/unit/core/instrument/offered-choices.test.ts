import { describe, expect, test } from "vitest";
import { promptsFor } from "#core/instrument/load-instrument";
import { isOffered, offeredChoices } from "#core/instrument/offered-choices";
import type { AgeBand } from "#core/schema/age-band";
import type { Prompt } from "#core/schema/instrument";
import { ndProfile } from "../../../support/nd-profile";

const { structure } = ndProfile;
const notYet = structure.choices.find(({ id }) => id === "not-yet")!;
const often = structure.choices.find(({ id }) => id === "often")!;

const prompt = (bands: readonly AgeBand[], skill: boolean): Prompt => ({
  id: "p",
  bands: [...bands],
  ...(skill ? { skill } : {}),
});

describe("not yet", () => {
  test.each<readonly [AgeBand, boolean, boolean]>([
    ["under-2", true, true],
    ["early-years", true, true],
    ["primary", true, false],
    ["secondary", true, false],
    ["16-to-25", true, false],
    ["under-2", false, false],
    ["early-years", false, false],
  ])("in the band %s, about a skill: %s. Offered: %s", (band, skill, offered) => {
    expect(isOffered(notYet, prompt([band], skill), band)).toBe(offered);
  });

  test("of a skill that is asked before and at school age is offered before it alone", () => {
    const both = prompt(["early-years", "primary"], true);
    expect(isOffered(notYet, both, "early-years")).toBe(true);
    expect(isOffered(notYet, both, "primary")).toBe(false);
  });

  test("that was said under school age stays what was said when another age is chosen", () => {
    expect(isOffered(notYet, prompt(["early-years"], true), "primary")).toBe(true);
    expect(isOffered(notYet, prompt(["primary"], true), "early-years")).toBe(false);
  });
});

test("every other choice is offered with every prompt", () => {
  expect(isOffered(often, prompt(["secondary"], false), "secondary")).toBe(true);
});

test("a prompt has its choices in the questionnaire's order, not yet last and only with a skill under school age", () => {
  const five = ["hardly-ever", "now-and-then", "half-the-time", "often", "nearly-always"];
  for (const band of structure.bands) {
    for (const each of structure.strands.flatMap(({ id }) => promptsFor(structure, id, band))) {
      const ids = offeredChoices(structure, each, band).map(({ id }) => id);
      expect(ids, each.id).toEqual(each.skill === true ? [...five, "not-yet"] : five);
    }
  }
});
