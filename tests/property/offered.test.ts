import fc from "fast-check";
import { expect, test } from "vitest";
import { askedItems } from "#core/questionnaire/visible-items";
import { filledBy } from "#core/questionnaire/filled";
import { type OfferedAround, offeredNow } from "#core/questionnaire/offered";
import { shownPage, type ShownItem } from "#core/questionnaire/shown-page";
import { peopleOf } from "#core/schema/case";
import type { QuestionnaireStructure } from "#core/schema/questionnaire";
import { someQuestionnaire, someSections } from "../support/arbitrary-questionnaire";
import { familyOf, idOf } from "../support/family";
import { madeUpWorthKnowing } from "../support/made-up-pages";
import { runs } from "../support/runs";

const MARKS = ["story-so-far", "moving", "listening"];
const [page] = madeUpWorthKnowing.structure.pages;

const someUse = fc.record(
  {
    answeredBy: fc.constantFrom("child", "anyone", "practitioner"),
    fromSchoolYear: fc.nat({ max: 13 }),
    training: fc.constantFrom(...MARKS),
    neverShared: fc.constant(true),
    notFirstVisit: fc.constant(true),
  },
  { requiredKeys: ["answeredBy"] },
);
const someStructure = fc.record({ use: someUse, closed: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }) }).map(
  ({ use, closed }) =>
    ({
      ...madeUpWorthKnowing.structure,
      use,
      pages: closed.map((isClosed, n) => ({
        ...page,
        id: `page-${n}`,
        ...(isClosed ? { notThroughRelative: true } : {}),
      })),
    }) as QuestionnaireStructure,
);
const someAround: fc.Arbitrary<OfferedAround> = fc.record({
  screen: fc.constantFrom("shared", "own"),
  bornOn: fc.integer({ min: 2001, max: 2026 }).map((year) => `${year}-08-31`),
  today: fc.constant("2026-11-23"),
  isFirstVisit: fc.boolean(),
  training: fc.subarray(MARKS),
  relativeInterprets: fc.boolean(),
});
const some = fc.tuple(
  fc.array(
    someStructure.map((structure) => ({ structure })),
    { maxLength: 6 },
  ),
  someAround,
);

test("law 1: one more training mark takes nothing away", () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...MARKS), ([all, around], mark) => {
      const before = offeredNow(all, around);
      const after = offeredNow(all, { ...around, training: [...around.training, mark] });
      expect(after).toEqual(expect.arrayContaining([...before]));
    }),
    runs,
  );
});

test("HAZ-07 law 2: nothing that is never shared is named on a shared screen, whatever else is so", () => {
  fc.assert(
    fc.property(some, ([all, around]) => {
      for (const { questionnaire } of offeredNow(all, { ...around, screen: "shared" }))
        expect(questionnaire.structure.use.neverShared).not.toBe(true);
    }),
    runs,
  );
});

test("HAZ-19 law 3: while a relative interprets, every page that is not asked through one is closed, and no other", () => {
  fc.assert(
    fc.property(some, ([all, around]) => {
      for (const { questionnaire, closedPageIds } of offeredNow(all, around)) {
        const notThrough = questionnaire.structure.pages.filter((each) => each.notThroughRelative === true);
        expect(closedPageIds).toEqual(around.relativeInterprets ? notThrough.map(({ id }) => id) : []);
      }
    }),
    runs,
  );
});

test("what is drawn on a page is what is shown of it, in its order", () => {
  const people = peopleOf(familyOf());
  const keysIn = (items: readonly ShownItem[]): readonly string[] =>
    items.flatMap((item) =>
      item.kind === "group"
        ? item.rounds.flatMap((round) => keysIn(round.items))
        : item.kind === "asked"
          ? [item.key]
          : [],
    );
  fc.assert(
    fc.property(
      someQuestionnaire.chain((one) => fc.tuple(fc.constant(one), someSections(one))),
      ([{ structure }, sections]) => {
        const filled = filledBy(structure, sections, idOf("mum"), people);
        for (const { id } of structure.pages) {
          const asked = askedItems(structure, filled).filter(({ pageId }) => pageId === id);
          expect(keysIn(shownPage(structure, filled, id))).toEqual(asked.map(({ key }) => key));
        }
      },
    ),
    runs,
  );
});
