import { beforeAll, describe, expect, test } from "vitest";
import { readPageCode } from "#core/paper/read-page-code";
import { AgeBand } from "#core/schema/age-band";
import { blankDocument } from "#report/blank/blank-document";
import { createFontShelf } from "#report/pdf/font-shelf";
import { makePdf } from "#report/pdf/make-pdf";
import words from "../../../src/report/words/en-GB.json";
import { LONGEST_NAME } from "../../support/awkward-visit";
import { fontsOnDisk } from "../../support/made-up-copy";
import { bathTime } from "../../support/bath-time";
import { setOf } from "../../support/made-up-set";
import { ndProfile } from "../../support/nd-profile";
import { catalogOf, flat, follow, type PdfFile, readPdf, textOf } from "../../support/pdf-file";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const shelf = createFontShelf(fontsOnDisk);
const pdfOf = async (change: Parameters<typeof setOf>[0] = {}): Promise<PdfFile> =>
  readPdf((await makePdf(valueOf(blankDocument(setOf(change))), shelf)).bytes);

const CODE = /\b[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{3}\b/g;
const codesOn = (page: string): readonly string[] => page.match(CODE) ?? [];
const oneLine = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");

let set: PdfFile;
beforeAll(async () => {
  set = await pdfOf();
});

describe("a blank set for a reader who cannot see the page", () => {
  test("is tagged, names its language and shows its title", () => {
    expect(set.info).toMatchObject({
      Title: "Pages to fill in, for Robin",
      Tagged: "yes",
      "PDF version": "1.7",
      "Page size": "595.28 x 841.89 pts (A4)",
    });
    expect(textOf(catalogOf(set.objects)["/Lang"])).toBe("en-GB");
    expect(follow(set.objects, catalogOf(set.objects)["/ViewerPreferences"])).toMatchObject({
      "/DisplayDocTitle": true,
    });
  });

  test("has its headings in order, one of the first level, and one for each page", () => {
    const levels = flat(set.tags).flatMap(({ name }) => (/^H\d$/.test(name) ? [Number(name.slice(1))] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(levels.filter((level) => level === 2)).toHaveLength(4 + 27 + 2);
  });

  test("says in words what each empty line is, and no number with it", () => {
    const figures = flat(set.tags).filter(({ name }) => name === "Figure");
    expect(figures).toHaveLength(27);
    for (const { alt = "" } of figures)
      expect(alt).toMatch(/^An empty line\. At the left: “.+”\. At the right: “.+”\.$/);
    expect(figures.some(({ alt = "" }) => /\d/.test(alt))).toBe(false);
  });

  test("boxes to tick are a list, each with its words", () => {
    const items = flat(set.tags).filter(({ name }) => name === "LI");
    expect(items.length).toBeGreaterThan(50);
    for (const item of items) expect(item.children.map(({ name }) => name)).toEqual(["Lbl", "LBody"]);
  });
});

describe("what stands on a blank set", () => {
  test("HAZ-20 every page has one code, no two the same, and this record takes each of them back", () => {
    const codes = set.pages.map(codesOn);
    expect(codes.map(({ length }) => length)).toEqual(set.pages.map(() => 1));
    expect(new Set(codes.flat()).size).toBe(1 + 9 + 9 + 2);
    const { caseId, instrument, band } = setOf();
    for (const code of codes.flat())
      expect(readPageCode(code, { caseId, questionnaire: instrument.structure, band })).toMatchObject({ ok: true });
  });

  test("HAZ-01 and another child's record takes none of them", () => {
    const { instrument, band } = setOf();
    for (const code of set.pages.flatMap(codesOn))
      expect(readPageCode(code, { caseId: uuid(0x951), questionnaire: instrument.structure, band })).toMatchObject({
        error: { type: "AnotherChild" },
      });
  });

  test.each(AgeBand.options)("%s: each line is one page, with the words of this age and of no other", async (band) => {
    const pdf = await pdfOf({ band, lines: [{ kind: "adult", name: "Mum" }], plan: false });
    expect(pdf.pages).toHaveLength(1 + 9);
    ndProfile.structure.strands.forEach(({ id }, at) => {
      const { family, heading, descriptions } = ndProfile.wording.strands[id]!;
      const page = oneLine(pdf.pages[at + 1] ?? "");
      expect(page).toContain(family);
      expect(page).toContain(heading);
      expect(page).toContain("For Mum");
      const flatWords = page.replaceAll(" ", "");
      const has = (text: string): boolean => flatWords.includes(text.slice(0, 14).replaceAll(" ", ""));
      for (const place of ["left", "middle", "right"] as const) expect(has(descriptions[band]![place])).toBe(true);
    });
  });

  test("practice, and page n of m, on every page; the purpose on the cover", () => {
    set.pages.forEach((page, at) => {
      expect(page).toContain(words.practice);
      expect(page).toContain(`Page ${at + 1} of ${set.pages.length}`);
    });
    expect(oneLine(set.pages[0] ?? "")).toContain(words.purpose);
    expect(oneLine(set.pages[0] ?? "")).toContain(words.blank.ownMark);
    expect(oneLine(set.pages[0] ?? "")).toContain(words.blank.privacyLimit);
  });

  test("the child's own pages have the child's words, and no adult's description", () => {
    const child = oneLine(set.pages[1] ?? "");
    expect(child).toContain("For Robin");
    expect(child).toContain(words.blank.child.harder);
    expect(child.replaceAll(" ", "")).toContain("Thisgoeswellforme");
    expect(child).not.toContain(words.blank.adult.takesOut);
    expect(child).not.toContain(ndProfile.wording.question);
  });

  test("of the family it holds names as they like to be called, and nothing else", () => {
    expect(set.text).not.toMatch(/Hill|Amina|Khan|2018|Secret/);
  });

  test("whoever has no name on it writes their own", () => {
    expect(set.pages.filter((page) => page.includes(words.blank.forNobody))).toHaveLength(9);
  });

  test("a very long name loses no code and no page", async () => {
    const long = await pdfOf({ childName: LONGEST_NAME, lines: [{ kind: "adult", name: LONGEST_NAME }] });
    expect(long.pages.map((page) => codesOn(page).length)).toEqual(long.pages.map(() => 1));
    const lines = long.pages.flatMap(codesOn).filter((code) => /-N..$/.test(code));
    expect([lines.length, new Set(lines).size]).toEqual([9, 9]);
    for (const page of long.pages.filter((each) => codesOn(each).some((code) => /-N..$/.test(code))))
      for (const part of LONGEST_NAME.split(/[- ]/)) expect(page).toContain(part);
  });

  test("a very short name, and no plan", async () => {
    const short = await pdfOf({ childName: "Ó", lines: [{ kind: "child" }], plan: false });
    expect(short.pages).toHaveLength(1 + 9);
    expect(short.info["Title"]).toBe("Pages to fill in, for Ó");
  });

  test("a page that runs on keeps its code and says whose it is", async () => {
    const { lines: _, ...rest } = setOf();
    const pdf = await pdfOf({ ...rest, lines: [], plan: false, pages: [bathTime(40)] });
    expect(pdf.pages.length).toBeGreaterThan(3);
    const codes = pdf.pages.slice(1).map(codesOn);
    expect(new Set(codes.flat()).size).toBe(1);
    for (const page of pdf.pages.slice(1)) expect(codesOn(page)).toHaveLength(1);
    for (const page of pdf.pages.slice(1)) expect(page).toContain("For Robin");
  });
});

describe("pages of a questionnaire on paper", () => {
  test("have a box for each choice, a box to pass, and room for words", async () => {
    const pdf = await pdfOf({ lines: [], plan: false, pages: [bathTime(1)] });
    const page = oneLine(pdf.pages[1] ?? "");
    for (const text of ["At home", "Bath or shower? 1", "Rather neither", "I pass", "What helps a little? 1"])
      expect(page).toContain(text);
  });
});

describe("no set is made", () => {
  test("for an age that the words do not have, or of nothing", () => {
    expect(blankDocument(setOf({ lines: [], plan: false }))).toMatchObject({ error: { type: "NothingChosen" } });
    const bandless = { ...ndProfile, structure: { ...ndProfile.structure, bands: ["primary" as const] } };
    expect(blankDocument(setOf({ instrument: bandless, band: "under-2" }))).toMatchObject({
      error: { type: "NoSuchBand" },
    });
  });
});
