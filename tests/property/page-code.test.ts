import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CODE_LETTERS } from "#core/paper/code-letters";
import { pageCode, type PaperPart, type PrintedPage } from "#core/paper/page-code";
import { readPageCode } from "#core/paper/read-page-code";
import { AgeBand } from "#core/schema/age-band";
import { runs } from "../support/runs";

const part = fc.constantFrom<PaperPart>("cover", "line", "child-line", "plan", "page");
const printed: fc.Arbitrary<PrintedPage> = fc.record({
  caseId: fc.uuid(),
  questionnaire: fc.record({
    id: fc.constantFrom("nd-profile", "about-me", "bath-time"),
    version: fc.integer({ min: 1, max: 31 }),
  }),
  band: fc.constantFrom(...AgeBand.options),
  part,
  number: fc.integer({ min: 1, max: 31 }),
});
const swapped = (text: string, at: number): string =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

describe("laws of a page's code", () => {
  test("1. the code of a page of this visit names that page, however it is typed", () => {
    fc.assert(
      fc.property(printed, fc.boolean(), fc.constantFrom("-", " ", "", " – "), (page, small, between) => {
        const code = pageCode(page);
        const typed = code.replaceAll("-", between);
        expect(readPageCode(small ? typed.toLowerCase() : typed, page)).toEqual({
          ok: true,
          value: { code, part: page.part, number: page.number },
        });
      }),
      runs,
    );
  });

  test("HAZ-20 2. one changed letter is noticed, whichever it is and whatever it becomes", () => {
    fc.assert(
      fc.property(printed, (page) => {
        const code = pageCode(page).replaceAll("-", "");
        for (let at = 0; at < code.length; at += 1) {
          for (const letter of Array.from(`${CODE_LETTERS}ILO01`)) {
            if (letter === code.charAt(at)) continue;
            const slipped = code.slice(0, at) + letter + code.slice(at + 1);
            expect(readPageCode(slipped, page)).toEqual({ ok: false, error: { type: "CodeSlip" } });
          }
        }
      }),
      { numRuns: Math.ceil(runs.numRuns / 10) },
    );
  });

  test("HAZ-20 2. two neighbours that changed places are noticed", () => {
    fc.assert(
      fc.property(printed, fc.integer({ min: 0, max: 8 }), (page, at) => {
        const code = pageCode(page).replaceAll("-", "");
        fc.pre(code.charAt(at) !== code.charAt(at + 1));
        expect(readPageCode(swapped(code, at), page)).toEqual({ ok: false, error: { type: "CodeSlip" } });
      }),
      runs,
    );
  });

  test("HAZ-01 3. another child's code does not pass", () => {
    fc.assert(
      fc.property(printed, fc.uuid(), (page, otherId) => {
        fc.pre(otherId !== page.caseId);
        expect(readPageCode(pageCode({ ...page, caseId: otherId }), page)).toEqual({
          ok: false,
          error: { type: "AnotherChild" },
        });
      }),
      runs,
    );
  });

  test("a code is made of letters that cannot be mistaken, and is the same each time", () => {
    fc.assert(
      fc.property(printed, (page) => {
        expect(pageCode(page)).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{3}$/);
        expect(pageCode(page)).toBe(pageCode({ ...page }));
      }),
      runs,
    );
  });
});
