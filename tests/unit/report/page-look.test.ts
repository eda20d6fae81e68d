import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INK, ON_VOICES, VOICE_COLOURS } from "#report/pdf/page-look";
import { contrast } from "../../support/colour";

const light = /:root \{([\s\S]*?)\n\}/.exec(readFileSync("src/ui/theme/tokens.css", "utf8"))?.[1] ?? "";
const onScreen = (kind: string): Record<string, string> =>
  Object.fromEntries(
    [...light.matchAll(new RegExp(`--${kind}-(\\w+): (#[0-9a-f]{6});`, "g"))].map(([, name = "", hex = ""]) => [
      name,
      hex,
    ]),
  );

test("a voice has on paper the colour that it has on the screen", () => {
  expect(VOICE_COLOURS).toEqual(onScreen("voice"));
});

test("the letters in a shape can be read on paper as on the screen", () => {
  const { agreed: _noLetters, ...lettered } = VOICE_COLOURS;
  for (const [voice, colour] of Object.entries(lettered))
    expect(contrast(ON_VOICES[voice as keyof typeof lettered], colour), voice).toBeGreaterThanOrEqual(4.5);
  expect(contrast(INK, "#ffffff")).toBeGreaterThanOrEqual(4.5);
});
