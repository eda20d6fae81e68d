import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, distance, type Sight } from "../../../support/colour";

const css = readFileSync("src/ui/theme/tokens.css", "utf8");
const themes = {
  light: tokensIn(":root {"),
  dark: { ...tokensIn(":root {"), ...tokensIn(':root[data-theme="dark"] {') },
};
const voices = ["--voice-child", "--voice-family", "--voice-setting", "--voice-practitioner", "--voice-agreed"];
const grounds = ["--paper", "--card"];
const sights: readonly Sight[] = ["usual", "protanopia", "deuteranopia", "tritanopia"];

describe.each(Object.entries(themes))("%s", (_, tokens) => {
  const colour = (name: string): string => tokens[name] ?? expect.fail(`no token ${name}`);
  const pairs = voices.flatMap((one, index) => voices.slice(index + 1).map((other) => [one, other] as const));

  test.each(sights)("the voices are at least 20 apart for %s eyes", (sight) => {
    const close = pairs.filter(([one, other]) => distance(colour(one), colour(other), sight) < 20);
    expect(close).toEqual([]);
  });

  test("every shape and every edge stands out from what it is drawn on", () => {
    const faint = [...voices, "--ghost", "--edge", "--focus", "--accent"].filter((name) =>
      grounds.some((ground) => contrast(colour(name), colour(ground)) < 3),
    );
    expect(faint).toEqual([]);
  });

  test("every text can be read on what it stands on", () => {
    const texts = [
      ...["--ink", "--soft", "--accent"].flatMap((text) => [...grounds, "--wash"].map((ground) => [text, ground])),
      ["--ink", "--accent-wash"],
      ["--accent", "--accent-wash"],
      ["--ink", "--talk-about"],
      ["--on-accent", "--accent"],
    ] as const;
    expect(texts.filter(([text, ground]) => contrast(colour(text), colour(ground)) < 4.5)).toEqual([]);
  });

  test("the letters in a shape can be read", () => {
    const lettered = ["child", "family", "setting", "practitioner"];
    const faint = lettered.filter((voice) => contrast(colour(`--on-${voice}`), colour(`--voice-${voice}`)) < 4.5);
    expect(faint).toEqual([]);
  });
});

test("whoever asks for more contrast has every word and every edge in the colour of ink, light and dark", () => {
  const from = css.indexOf("@media (prefers-contrast: more)");
  const block = css.slice(from, css.indexOf("\n}", from));
  expect(block).toContain(":root[data-theme] {");
  const named = Object.fromEntries(
    [...block.matchAll(/(--[\w-]+): var\((--[\w-]+)\);/g)].map(([, name = "", other = ""]) => [name, other]),
  );
  expect(named).toEqual({ "--soft": "--ink", "--rule": "--edge", "--edge": "--ink" });
  for (const tokens of Object.values(themes))
    expect(contrast(tokens["--ink"] ?? "", tokens["--paper"] ?? "")).toBeGreaterThan(7);
  // What is further down wins: it stands after both themes, and before the reader's own colours.
  expect(from).toBeGreaterThan(css.indexOf(':root[data-theme="dark"]'));
  expect(from).toBeLessThan(css.indexOf("@media (forced-colors: active)"));
});

describe("where the reader's own colours rule", () => {
  const block = css.slice(css.indexOf("@media (forced-colors: active)"));
  const own = Object.fromEntries(
    [...block.slice(0, block.indexOf("\n}")).matchAll(/(--[\w-]+): (\w+);/g)].map(([, name = "", word = ""]) => [
      name,
      word,
    ]),
  );

  test("every colour of the app has one of them in its place", () => {
    expect(Object.keys(themes.light).filter((name) => own[name] === undefined)).toEqual([]);
    const colours = ["Canvas", "CanvasText", "Highlight", "GrayText"];
    expect(Object.entries(own).filter(([, word]) => !colours.includes(word))).toEqual([]);
  });

  test("what is drawn never has the colour of its ground", () => {
    const drawn = ["--ink", "--soft", "--rule", "--edge", "--accent", "--focus", "--ghost", ...voices];
    const onGrounds = ["--paper", "--card", "--wash", "--accent-wash", "--talk-about", "--different"];
    expect([...drawn].filter((name) => own[name] === "Canvas")).toEqual([]);
    expect(onGrounds.filter((name) => own[name] !== "Canvas")).toEqual([]);
    expect(voices.filter((name) => own[name.replace("voice", "on")] === own[name])).toEqual([]);
    expect(own["--on-accent"]).not.toBe(own["--accent"]);
  });
});

test("the check would catch the drawings' own blue and purple, which look the same to deuteranopic eyes", () => {
  expect(distance("#0a63a8", "#6b3fa0", "deuteranopia")).toBeLessThan(20);
});

function tokensIn(selector: string): Record<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}
