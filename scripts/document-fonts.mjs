// Cuts the typefaces of printed documents: public/fonts/document/, with their licences beside them. A PDF reader wants
// whole TrueType tables, so these are not WOFF2. Names carry Strandline's own numbers for weights: 400 and 700.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const packages = new URL("../node_modules/", import.meta.url);
const to = new URL("../public/fonts/document/", import.meta.url);

/** First and last code point of each block that a typeface is asked for. */
const common = [
  [0x0020, 0x007e],
  [0x00a0, 0x00ff],
  [0x2010, 0x203a],
];
const wideLatin = [
  ...common,
  [0x0100, 0x024f],
  [0x02b0, 0x02ff],
  [0x0300, 0x036f], // combining marks
  [0x0370, 0x03ff], // Greek
  [0x0400, 0x052f], // Cyrillic
  [0x1e00, 0x1eff], // Latin for Vietnamese, Welsh, Yoruba …
  [0x20a0, 0x20c0], // currencies
  [0x2100, 0x215f],
  [0x2190, 0x2193],
  [0x2212, 0x2265],
  [0x25cc, 0x25cc], // the dotted ring that carries a lone accent
];
const arabic = [...common, [0x0600, 0x06ff], [0x0750, 0x077f], [0xfb50, 0xfdff], [0xfe70, 0xfeff], [0x200b, 0x200f]];
const bengali = [...common, [0x0964, 0x0965], [0x0980, 0x09ff], [0x200b, 0x200f], [0x25cc, 0x25cc]];
const hebrew = [[0x0590, 0x05ff], [0xfb1d, 0xfb4f], [0x20aa, 0x20aa], [0x25cc, 0x25cc], ...common];

/** @type {[source: string, target: string, blocks: number[][]][]} */
const cuts = [
  ["@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf", "latin-400", wideLatin],
  ["@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf", "latin-700", wideLatin],
  ["@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf", "wide-400", wideLatin],
  ["@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf", "wide-700", wideLatin],
  ["@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf", "arabic-400", arabic],
  ["@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf", "arabic-700", arabic],
  ["@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf", "bengali-400", bengali],
  ["@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf", "bengali-700", bengali],
  ["@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2", "hebrew-400", hebrew],
  ["@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-700-normal.woff2", "hebrew-700", hebrew],
];

/** @type {[source: string, target: string][]} */
const licences = [
  ["@expo-google-fonts/atkinson-hyperlegible/LICENSE_FONT", "OFL-latin.txt"],
  ["@expo-google-fonts/noto-sans/LICENSE_FONT", "OFL-wide.txt"],
  ["@expo-google-fonts/vazirmatn/LICENSE_FONT", "OFL-arabic.txt"],
  ["@expo-google-fonts/noto-sans-bengali/LICENSE_FONT", "OFL-bengali.txt"],
  ["@fontsource/noto-sans-hebrew/LICENSE", "OFL-hebrew.txt"],
];

/** @param {number[][]} blocks */
const lettersOf = (blocks) =>
  blocks
    .flatMap(([first = 0, last = -1]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
    )
    .join("");

mkdirSync(to, { recursive: true });
for (const [source, target, blocks] of cuts) {
  const font = await subsetFont(readFileSync(new URL(source, packages)), lettersOf(blocks), { targetFormat: "sfnt" });
  writeFileSync(new URL(`${target}.ttf`, to), font);
  console.error(`fonts: document/${target}.ttf, ${Math.round(font.length / 1024)} KB`);
}
for (const [source, target] of licences) copyFileSync(new URL(source, packages), fileURLToPath(new URL(target, to)));
