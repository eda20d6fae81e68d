import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellOfWord, csvOf, wordOfCell } from "#report/csv/cell";

/** Words from the signs that matter, and from all that there are. */
const word = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...Array.from("=+-@＝－\t\r\n'\",;| a1\u200b\u00a0")),
    size: "max",
    maxLength: 40,
  }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
const STARTS_A_FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;

test("a word comes back from its cell as it was written, also one that begins with apostrophes", () => {
  fc.assert(
    fc.property(word, (written) => {
      expect(wordOfCell(cellOfWord(written))).toBe(written);
    }),
    { numRuns: 5000 },
  );
});

test("neither a cell nor what a spreadsheet may split from it begins a formula", () => {
  fc.assert(
    fc.property(word, (written) => {
      const cell = cellOfWord(written);
      expect(cell).not.toMatch(STARTS_A_FORMULA);
      // A line's end is no sign of a formula once a cell has begun.
      for (const piece of cell.split(/[;,|"\t\r\n]/)) expect(piece).not.toMatch(/^[\s\p{C}]*[=+\-@＝－]/u);
    }),
    { numRuns: 5000 },
  );
});

test("a reader of CSV that is not ours gets every word of every row back", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word), { maxLength: 8 }), (rows) => {
      const csv = csvOf(
        ["a", "b", "c"],
        rows.map(([a, b, c]) => ({ a, b, c })),
      );
      const read: string[][] = parse(Buffer.from(csv, "utf8"), { bom: true, record_delimiter: "\r\n" });
      expect(read.slice(1).map((cells) => cells.map(wordOfCell))).toEqual(rows);
    }),
    { numRuns: 1000 },
  );
});

test.each(["=1+1", "+44 20", "-", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", " =1+1", "\u200b=1", "'=1", "﹣1"])(
  "%j is led by an apostrophe",
  (written) => {
    expect(cellOfWord(written)).toBe(`'${written.replace(/(?<=[\t\r])=/, "'=")}`);
  },
);

test("plain words, a date and a number stay as they are", () => {
  for (const each of ["Kind to others", "2026-11-23", "58", "'Tis", "half-way", "O'Brien"]) {
    expect(cellOfWord(each)).toBe(each);
  }
});
