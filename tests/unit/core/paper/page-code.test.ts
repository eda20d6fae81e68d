import { describe, expect, test } from "vitest";
import { caseLetters } from "#core/paper/code-letters";
import { pageCode, partLetter, type PrintedPage } from "#core/paper/page-code";
import { readPageCode } from "#core/paper/read-page-code";
import { uuid } from "../../../support/uuid";

const page: PrintedPage = {
  caseId: uuid(0x950),
  questionnaire: { id: "nd-profile", version: 1 },
  band: "primary",
  part: "line",
  number: 4,
};

describe("a page's code", () => {
  test("is read in three groups, with the age in it", () => {
    expect(pageCode(page)).toMatch(/^....-PRA-ND.$/);
  });

  test("does not change from one version of the app to the next: paper lies about for months", () => {
    expect(pageCode(page)).toBe("WP7F-PRA-NDK");
  });

  test("is another for each page, each age and each version of the words", () => {
    const codes = [
      page,
      { ...page, number: 5 },
      { ...page, part: "child-line" as const },
      { ...page, band: "secondary" as const },
      { ...page, questionnaire: { id: "nd-profile", version: 2 } },
    ].map(pageCode);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("HAZ-01 records that were made in the same moment share no letters by it: twins", () => {
    const letters = Array.from({ length: 300 }, (_, at) => caseLetters(uuid(0x1000 + at)));
    expect(new Set(letters).size).toBe(letters.length);
    const samePlaces = Array.from(letters[0] ?? "").filter((letter, at) => letters[1]?.charAt(at) === letter);
    expect(samePlaces.length).toBeLessThan(3);
  });

  test("tells the sets of pages that the app brings apart", () => {
    const letters = ["about-me", "worth-knowing", "moving-on"].map((id) => partLetter("page", id));
    expect(new Set([...letters, "C", "N", "K", "P"]).size).toBe(letters.length + 4);
  });

  test("there is none for a page that no set has", () => {
    expect(() => pageCode({ ...page, number: 32 })).toThrow();
    expect(() => pageCode({ ...page, number: 0 })).toThrow();
  });
});

describe("a code that is of something else is said to be", () => {
  const expected = { caseId: page.caseId, questionnaire: page.questionnaire, band: page.band };

  test("HAZ-01 another child's, before anything else about it", () => {
    const other = pageCode({ ...page, caseId: uuid(0x951), band: "secondary" });
    expect(readPageCode(other, expected)).toEqual({ ok: false, error: { type: "AnotherChild" } });
  });

  test("another age's, and which", () => {
    expect(readPageCode(pageCode({ ...page, band: "early-years" }), expected)).toEqual({
      ok: false,
      error: { type: "AnotherBand", band: "early-years" },
    });
  });

  test("another version of the words", () => {
    const later = pageCode({ ...page, questionnaire: { id: "nd-profile", version: 2 } });
    expect(readPageCode(later, expected)).toEqual({ ok: false, error: { type: "AnotherVersion" } });
  });

  test("a page of another questionnaire", () => {
    const aboutMe = pageCode({ ...page, questionnaire: { id: "about-me", version: 1 }, part: "page" });
    expect(readPageCode(aboutMe, expected)).toEqual({ ok: false, error: { type: "OtherPages" } });
  });

  test("no code at all", () => {
    for (const typed of ["", "K7QF", "hello there", `${pageCode(page)}A`, "😀😀😀😀😀"]) {
      expect(readPageCode(typed, expected)).toEqual({ ok: false, error: { type: "CodeSlip" } });
    }
  });
});
