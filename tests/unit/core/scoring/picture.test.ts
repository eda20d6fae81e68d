import { describe, expect, test } from "vitest";
import { pictureFor } from "#core/scoring/picture";
import { readSections } from "../../../support/arbitrary-profile";
import { idOf, type Who } from "../../../support/family";

const frame = {
  instrument: { id: "nd-profile", version: 1, language: "en-GB" },
  band: "primary",
  childId: idOf("child"),
  ledBy: idOf("practitioner"),
  startedAtMs: 0,
  practice: true,
};
const context = { strandIds: ["motor", "attention"], youngPersonId: idOf("child"), ageYears: 8 };
const pictureOf = (sections: Readonly<Record<string, unknown>>, readers: readonly Who[] = ["mum"]) =>
  pictureFor(readers.map(idOf), readSections({ frame, ...sections }), context);

test("an empty profile is a picture of empty lines, in the questionnaire's order", () => {
  const empty = { marks: [], answers: [], seenDifferently: false, ghosts: [], notThisTime: false };
  expect(pictureOf({})).toEqual({
    rows: [
      { strandId: "motor", ...empty },
      { strandId: "attention", ...empty },
    ],
    looksDifferent: [],
    strengths: [],
    offer: { kind: "nothing" },
    seenDifferently: [],
  });
});

test("a strand that the questionnaire does not have is on no line", () => {
  const mark = { kind: "passed", atMs: 0, enteredBy: idOf("practitioner") };
  expect(pictureOf({ [`voice/sleep/${idOf("mum")}`]: { mark } })).toEqual(pictureOf({}));
});

describe("strengths", () => {
  const pinned = (goesWell: string, more: Readonly<Record<string, unknown>> = {}) => ({
    goesWell,
    strengthPinned: true,
    ...more,
  });

  test("are pinned words, a line each, the young person's first", () => {
    const sections = {
      [`voice/attention/${idOf("mum")}`]: pinned("Builds for hours.\r\n\n  Never gives up. "),
      [`voice/attention/${idOf("child")}`]: pinned("Lego"),
    };
    expect(pictureOf(sections).strengths.map(({ text }) => text)).toEqual([
      "Lego",
      "Builds for hours.",
      "Never gives up.",
    ]);
  });

  test("are not what was written and not pinned, nor a pin without words", () => {
    const sections = {
      [`voice/attention/${idOf("mum")}`]: { goesWell: "Builds for hours." },
      [`voice/motor/${idOf("mum")}`]: pinned(" \n "),
    };
    expect(pictureOf(sections).strengths).toEqual([]);
  });

  test("HAZ-07 are not shown to somebody they are hidden from", () => {
    const sections = { [`voice/attention/${idOf("mum")}`]: pinned("Builds for hours.", { hiddenFrom: [idOf("dad")] }) };
    expect(pictureOf(sections, ["dad"]).strengths).toEqual([]);
    expect(pictureOf(sections, ["mum"]).strengths).toHaveLength(1);
  });
});
