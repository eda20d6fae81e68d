// Cuts Atkinson Hyperlegible down to the letters of European languages: public/fonts/, with its licence beside it.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const from = new URL("../node_modules/@expo-google-fonts/atkinson-hyperlegible/", import.meta.url);
const to = new URL("../public/fonts/", import.meta.url);

const cuts = [
  ["400Regular/AtkinsonHyperlegible_400Regular.ttf", "atkinson-hyperlegible-regular.woff2"],
  ["700Bold/AtkinsonHyperlegible_700Bold.ttf", "atkinson-hyperlegible-bold.woff2"],
];

/** First and last code point of each block that we keep; the font has no shapes such as ☆ or ✕, which are drawn. */
const blocks = [
  [0x0020, 0x007e], // Basic Latin
  [0x00a0, 0x024f], // Latin-1, Extended-A and -B: Polish, Czech, Turkish, Romanian …
  [0x02c6, 0x02dd], // spacing accents
  [0x0300, 0x036f], // combining marks
  [0x2010, 0x203a], // dashes, quotation marks, ellipsis, guillemets
  [0x20ac, 0x2122], // € ℓ ™
  [0x2212, 0x2265], // − ≈ ≠ ≤ ≥
];

const text = blocks
  .flatMap(([first = 0, last = -1]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  )
  .join("");

mkdirSync(to, { recursive: true });
for (const [source = "", target = ""] of cuts) {
  const font = await subsetFont(readFileSync(new URL(source, from)), text, { targetFormat: "woff2" });
  writeFileSync(new URL(target, to), font);
  console.error(`fonts: ${target}, ${Math.round(font.length / 1024)} KB`);
}
copyFileSync(new URL("LICENSE_FONT", from), fileURLToPath(new URL("OFL.txt", to)));
