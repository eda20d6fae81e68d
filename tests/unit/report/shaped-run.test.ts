import { beforeAll, expect, test } from "vitest";
import { createFontShelf } from "#report/pdf/font-shelf";
import type { ReadyFont } from "#report/pdf/ready-font";
import { shapedOnce } from "#report/pdf/shaped-run";
import { fontsOnDisk } from "../../support/made-up-copy";

let latin: ReadyFont;
beforeAll(async () => {
  const fonts = await createFontShelf(fontsOnDisk).fontsFor("abc");
  latin = fonts[400].find(({ face }) => face === "latin") ?? expect.fail("there is no Latin typeface");
});

const set = (text: string, rightToLeft = false) => shapedOnce(latin, text, rightToLeft).cut(0, text.length);
const drawn = (text: string, rightToLeft = false) => set(text, rightToLeft).glyphs.map(({ codePoints }) => codePoints);

// A name of another direction stands between two signs that are never drawn.
test.each([
  ["at the end", "for \u2068", "for "],
  ["at the beginning", "\u2069 by", " by"],
  ["in the middle", "Siân\u2069 on", "Siân on"],
  ["twice", "with \u2068\u2068", "with "],
  ["between letters that belong together", "of\u00adfice", "office"],
])("a sign that is never drawn takes no room and no letter with it, %s", (_, text, without) => {
  expect(drawn(text)).toEqual(drawn(without));
  expect(set(text).width).toBe(set(without).width);
});

test("nor where signs stand the other way round", () => {
  expect(drawn("(\u2069-", true)).toEqual(drawn("(-", true));
});

test("a word that is cut out after such a sign is whole", () => {
  const text = "\u2069, Teta";
  const cut = shapedOnce(latin, text, false).cut(3, text.length);
  expect(String.fromCodePoint(...cut.glyphs.flatMap(({ codePoints }) => codePoints))).toBe("Teta");
});
