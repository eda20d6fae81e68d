import { beforeAll, describe, expect, test } from "vitest";
import { familyDocument } from "#report/family/family-document";
import { createFontShelf } from "#report/pdf/font-shelf";
import { findMissing, makePdf } from "#report/pdf/make-pdf";
import words from "../../../src/report/words/en-GB.json";
import { awkwardFamily, awkwardVisit, LONG_WORDS, LONGEST_NAME } from "../../support/awkward-visit";
import { copyOf, fontsOnDisk, robinsVisit } from "../../support/made-up-copy";
import { catalogOf, flat, follow, type PdfFile, readPdf, type Tag, textOf, unpacked } from "../../support/pdf-file";
import { valueOf } from "../../support/value-of";

const shelf = createFontShelf(fontsOnDisk);
const pdfOf = async (options?: Parameters<typeof copyOf>[0]): Promise<PdfFile> =>
  readPdf((await makePdf(valueOf(familyDocument(copyOf(options))), shelf)).bytes);

let full: PdfFile;
let awkward: PdfFile;
let empty: PdfFile;
beforeAll(async () => {
  const caseBody = awkwardFamily();
  full = await pdfOf();
  awkward = await pdfOf({ visit: awkwardVisit(caseBody), caseBody, outcome: { kind: "for-today" } });
  empty = await pdfOf({ visit: robinsVisit(), outcome: { kind: "for-today" } });
});

const named = (pdf: PdfFile, name: string): readonly Tag[] => flat(pdf.tags).filter((tag) => tag.name === name);
/** Words as they are read, whatever lines they were broken into; marks of direction count for nothing. */
const oneLine = (text: string): string => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
/** The body of all pages in one, without what stands on every page. */
const bodyOf = (pdf: PdfFile): string =>
  oneLine(
    pdf.pages
      .map((page) =>
        page
          .split("\n")
          .filter((line) => !/Page \d+ of \d+/.test(line))
          .join(" "),
      )
      .join(" "),
  );

describe("what a reader who cannot see the page is given", () => {
  test("the file is tagged, names its language and shows its title", () => {
    expect(full.info).toMatchObject({
      Title: "Robin's profile, made for Mum",
      Author: "Jo Reed",
      Tagged: "yes",
      "PDF version": "1.7",
      "Page size": "595.28 x 841.89 pts (A4)",
    });
    const catalog = catalogOf(full.objects);
    expect(textOf(catalog["/Lang"])).toBe("en-GB");
    expect(follow(full.objects, catalog["/ViewerPreferences"])).toMatchObject({ "/DisplayDocTitle": true });
    expect(catalog["/Metadata"]).toBeDefined();
  });

  test("headings go down one step at a time, and bookmarks stand as they do", () => {
    const levels = flat(full.tags).flatMap(({ name }) => (/^H\d$/.test(name) ? [Number(name.slice(1))] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const titles = [...full.objects.values()].flatMap((value) => {
      const title = (value as { "/Title"?: unknown; "/Parent"?: unknown } | undefined) ?? {};
      return title["/Parent"] === undefined ? [] : [textOf(title["/Title"])];
    });
    expect(titles).toEqual(expect.arrayContaining(["What Robin loves", "Line by line", "Energy and rest"]));
  });

  test("lists are lists, with a sign and a body to each item", () => {
    const items = named(full, "LI");
    expect(items.length).toBeGreaterThan(10);
    for (const item of items) expect(item.children.map(({ name }) => name)).toEqual(["Lbl", "LBody"]);
  });

  test("the plan is a table whose heads say for what they stand, in every row as many cells", () => {
    const [table] = named(full, "Table");
    const rows = table?.children ?? [];
    expect(rows.map(({ name }) => name)).toEqual(["TR", "TR", "TR"]);
    expect(rows[0]?.children.map(({ name, scope }) => `${name} ${scope}`)).toEqual(Array(3).fill("TH Column"));
    for (const row of rows.slice(1)) {
      expect(row.children.map(({ name, scope = "" }) => `${name} ${scope}`)).toEqual(["TH Row", "TD ", "TD "]);
    }
  });

  test("a cell in which nothing was said is there all the same", () => {
    const [table] = named(awkward, "Table");
    expect(table?.children.map(({ children }) => children.length)).toEqual([3, 3, 3]);
  });

  test("the chart is a figure that says in words all that it draws", () => {
    const [figure, ...more] = named(full, "Figure");
    expect(more).toEqual([]);
    expect(figure?.alt).toContain("Sounds, light, touch, taste and body signals. Robin: left of the middle");
    expect(figure?.alt).toContain("Miss Ionescu: a little right of the middle, as Mum understands it");
    expect(figure?.alt).not.toMatch(/\d/);
  });

  test("every page has its order of reading by its tags", () => {
    const pages = [...full.objects.values()].filter(
      (value) => (value as { "/Type"?: string } | undefined)?.["/Type"] === "/Page",
    );
    expect(pages.length).toBe(Number(full.info["Pages"]));
    for (const page of pages) expect(page).toMatchObject({ "/Tabs": "/S" });
  });
});

describe("what stands on the pages", () => {
  test("practice, for whom, by whom and when, and page n of m, on every page", () => {
    for (const pdf of [full, awkward, empty]) {
      expect(pdf.pages).toHaveLength(Number(pdf.info["Pages"]));
      pdf.pages.forEach((page, at) => {
        expect(page).toContain("Practice: a made-up family");
        expect(page).toContain(`Page ${at + 1} of ${pdf.pages.length}`);
        expect(oneLine(page)).toMatch(/Made by Jo Reed, Monday,? 23 November 2026/);
      });
    }
    for (const page of full.pages) expect(page).toContain("Robin's profile · for Mum");
  });

  test("the fixed words", () => {
    for (const pdf of [full, awkward, empty]) {
      expect(bodyOf(pdf)).toContain(words.purpose);
      expect(bodyOf(pdf)).toContain(words.rightNotice);
    }
  });

  test("HAZ-22 of the longest words nothing is cut, in the plan and in a note", () => {
    const text = bodyOf(awkward);
    const count = (sentence: string): number => text.split(sentence).length - 1;
    for (const at of [1, 57, 120, 180]) expect(count(`sentence ${at} of many.`)).toBe(2);
    expect(LONG_WORDS).toHaveLength(4999);
    expect(count("the end.")).toBe(2);
    expect(text.match(/x{5,}/g)?.join("").length).toBeGreaterThanOrEqual(300);
    expect(text.replaceAll(" ", "")).toContain(LONGEST_NAME.replaceAll(" ", ""));
  });

  test("a row that goes on over pages has its head on each, and as no content a second time", () => {
    const withHead = awkward.pages.filter((page) => page.includes("Where, who and"));
    expect(withHead.length).toBeGreaterThan(2);
    expect(named(awkward, "TH").filter(({ scope }) => scope === "Column")).toHaveLength(3);
  });

  test("a profile in which nothing was marked or said is a whole document too", () => {
    expect(bodyOf(empty)).toContain("Not talked about this time: Talking, listening and being understood");
    expect(named(empty, "Table")).toEqual([]);
  });
});

describe("other scripts", () => {
  test("a name in Arabic inside a sentence in English comes out in both orders", () => {
    expect(oneLine(awkward.text)).toContain("عبد الرحمن بن علي");
    expect(oneLine(awkward.text)).toContain("Zażółć Gęślą-Jaźń");
  });

  test("Cyrillic, Greek, Vietnamese, Hebrew and Bengali can be copied from the page", () => {
    const text = oneLine(awkward.text);
    for (const said of ["Привет мир.", "Ελληνικά.", "Tiếng Việt rất đẹp.", "שלום", "অ্যামেলিয়া ছবি আঁকতে ভালোবাসে।"])
      expect(text).toContain(said);
  });

  test("a sign that no typeface has is named beforehand, and stands visibly in its place", async () => {
    const caseBody = awkwardFamily();
    const document = valueOf(
      familyDocument(copyOf({ visit: awkwardVisit(caseBody), caseBody, outcome: { kind: "for-today" } })),
    );
    expect(await findMissing(document, shelf)).toEqual(["🚂", "👨‍👩‍👧"]);
    expect(bodyOf(awkward)).toContain("Trains [?] and [?] very much");
    expect(bodyOf(awkward)).toContain("Some signs could not be printed. They stand as [?].");
    expect(full.text).not.toContain("[?]");
  });

  test("only the typefaces that a document needs are fetched", async () => {
    const fetched: string[] = [];
    const watched = createFontShelf((name) => {
      fetched.push(name);
      return fontsOnDisk(name);
    });
    await makePdf(valueOf(familyDocument(copyOf())), watched);
    expect(fetched.sort()).toEqual(["latin-400", "latin-700"]);
  });

  test("every glyph on the pages stands for a letter", async () => {
    const caseBody = awkwardFamily();
    const copy = copyOf({ visit: awkwardVisit(caseBody), caseBody, outcome: { kind: "for-today" } });
    const { bytes } = await makePdf(valueOf(familyDocument(copy)), shelf);
    const maps = unicodeMapsIn(bytes);
    expect(maps.length).toBeGreaterThanOrEqual(6);
    for (const map of maps) {
      const [, ...glyphs] = map.match(/<[0-9a-f ]*>/g) ?? [];
      expect(glyphs.length).toBeGreaterThan(3);
      expect(glyphs.filter((letters) => letters === "<>")).toEqual([]);
    }
  });
});

describe("names that a file format might stumble over", () => {
  test("an ampersand and angle brackets in a name leave the file's description readable", async () => {
    const madeBy = { ...copyOf().madeBy, name: "Jo & Sons <tag>" };
    const { bytes } = await makePdf(valueOf(familyDocument(copyOf({ change: { madeBy } }))), shelf);
    expect(unpacked(bytes)).toContain("<rdf:li>Jo &amp; Sons &lt;tag&gt;</rdf:li>");
    const pdf = readPdf(bytes);
    expect(pdf.info["Author"]).toBe("Jo & Sons <tag>");
    expect(bodyOf(pdf)).toContain("Made for Mum by Jo & Sons <tag>");
  });
});

/** The glyph-to-letter lists of a file's fonts, unpacked. */
const unicodeMapsIn = (bytes: Uint8Array): readonly string[] =>
  unpacked(bytes)
    .split("beginbfrange")
    .slice(1)
    .map((from) => from.split("endbfrange")[0] ?? "")
    .map((range) => range.slice(range.indexOf("[")));
