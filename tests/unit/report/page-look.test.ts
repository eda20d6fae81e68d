import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VOICE_COLOURS } from "#report/pdf/page-look";

test("a voice has on paper the colour that it has on the screen", () => {
  const light = /:root \{([\s\S]*?)\n\}/.exec(readFileSync("src/ui/theme/tokens.css", "utf8"))?.[1] ?? "";
  const onScreen: Record<string, string> = {};
  for (const [, voice = "", colour = ""] of light.matchAll(/--voice-(\w+): (#[0-9a-f]{6});/g)) onScreen[voice] = colour;
  expect(VOICE_COLOURS).toEqual(onScreen);
});
