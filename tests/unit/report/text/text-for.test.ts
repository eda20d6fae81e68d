import fc from "fast-check";
import { expect, test } from "vitest";
import { changeLoves, changeVoice } from "#core/visit/change-section";
import { fitText } from "#report/text/fit";
import { LONGEST_TEXT, textFor } from "#report/text/text-for";
import { documentLanguage } from "#report/words/report-words";
import { fileOf } from "../../../support/file-of";
import { dad, fullVisit, marked, mum, robinsVisit } from "../../../support/made-up-copy";
import { ndProfile } from "../../../support/nd-profile";
import { dayInEngland } from "../../../support/practice-families";
import { valueOf } from "../../../support/value-of";

const asked = { instrument: ndProfile, language: valueOf(documentLanguage("en-GB")), dayOf: dayInEngland };
const textOf = (file: ReturnType<typeof fileOf>, forPersonId = mum): string =>
  valueOf(textFor(file, { ...asked, forPersonId }));

test("a full profile is told in 2,000 characters at most, and says what it is for and what did not fit", () => {
  const text = textOf(fileOf());
  expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(text.length).toBeGreaterThan(1500);
  expect(text).toContain("Practice: a made-up family");
  expect(text).toContain("Made for Mum by Jo Reed");
  expect(text).toContain("It does not diagnose.");
  expect(text).toContain("Not everything fits here. Left out, whole or in part: ");
});

test("a short profile is told whole, and says nothing of what does not fit", () => {
  const text = textOf(fileOf({ visit: marked(robinsVisit(), "attention", mum, 30) }));
  expect(text).toContain("Mum: left of the middle");
  expect(text).not.toContain("Not everything fits");
});

test("somebody's words stand whole or not at all, however long they are", () => {
  const short = "He maps the trains.";
  const long = `Never alone. ${"Trains and more trains. ".repeat(100)}The last of it.`;
  const text = textOf(
    fileOf({ visit: changeLoves(changeLoves(fullVisit(), dad, { loves: short }), mum, { loves: long }) }),
  );
  expect(text).toContain(short);
  expect(text).not.toContain("Never alone");
  expect(text).toMatch(/Left out, whole or in part: What Robin loves/);
  expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
});

test("no position stands in it as a number", () => {
  const visit = marked(marked(robinsVisit(), "attention", mum, 37), "sensory", dad, 83);
  const text = textOf(fileOf({ visit }));
  expect(text).toContain("left of the middle");
  expect(text).not.toMatch(/37|83/);
});

test("HAZ-08 it is the same whether or not a section hidden from its reader exists", () => {
  const without = marked(robinsVisit(), "attention", mum, 30);
  const withIt = changeVoice(marked(without, "attention", dad, 95), "attention", dad, {
    hiddenFrom: [mum],
    goesWell: "A joy that Dad keeps",
  });
  expect(textOf(fileOf({ visit: withIt }))).toBe(textOf(fileOf({ visit: without })));
  expect(textOf(fileOf({ visit: withIt }), dad)).toContain("A joy that Dad keeps");
});

test("whatever is to be fitted, it is never too long, no piece is cut, and a part that lost one is named", () => {
  const piece = fc.string({ minLength: 1, maxLength: 300 }).map((each) => `<${each.replaceAll(/[<>]/g, "")}>`);
  fc.assert(
    fc.property(fc.array(fc.array(piece, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), (lists) => {
      const parts = lists.map((pieces, at) => ({ title: `Part ${at}.`, pieces }));
      const leftOut = (titles: readonly string[]): string => `[out: ${titles.join(" ")}]`;
      const text = fitText({ head: "Head", parts, foot: "Foot", leftOut, atMost: 500 });
      expect(text.length).toBeLessThanOrEqual(500);
      expect(text.startsWith("Head")).toBe(true);
      expect(text.endsWith("Foot")).toBe(true);
      const out = /\[out: .*\]/.exec(text)?.[0] ?? "";
      for (const { title, pieces } of parts) {
        expect(pieces.every((each) => text.includes(each)) || out.includes(title)).toBe(true);
      }
      expect(text.split("<").length).toBe(text.split(">").length);
    }),
  );
});
