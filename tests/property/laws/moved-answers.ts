import fc from "fast-check";
import { expect } from "vitest";
import { type EarlierAnswer, PageSection, type PageSections } from "#core/schema/page";
import { someSections, someTwoVersions } from "../../support/arbitrary-questionnaire";
import { idOf } from "../../support/family";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";
import { valueOf } from "../../support/value-of";

const two = someTwoVersions.chain(({ old, next }) =>
  fc.record({ old: fc.constant(old), next: fc.constant(next), sections: someSections(old) }),
);

const pagesIn = (sections: PageSections) => Object.entries(sections) as [string, PageSection][];
const personOf = (sectionId: string) => sectionId.split("/").at(-1) ?? "";
const itemOf = (key: string) => key.split("@")[0] ?? "";

interface Said {
  readonly person: string;
  readonly key: string;
  readonly answer: unknown;
  readonly hiddenFrom: string;
}
const inPlace = (sections: PageSections): readonly Said[] =>
  pagesIn(sections).flatMap(([sectionId, { answers, hiddenFrom }]) =>
    Object.entries(answers).map(([key, answer]) => ({
      person: personOf(sectionId),
      key,
      answer,
      hiddenFrom: [...hiddenFrom].sort().join(),
    })),
  );
const asEarlier = (sections: PageSections): readonly (Said & { readonly earlier: EarlierAnswer })[] =>
  pagesIn(sections).flatMap(([sectionId, { earlier, hiddenFrom }]) =>
    earlier.map((each) => ({
      person: personOf(sectionId),
      key: each.key,
      answer: each.answer,
      hiddenFrom: [...hiddenFrom].sort().join(),
      earlier: each,
    })),
  );
const isSame = (one: Said) => (other: Said) =>
  one.person === other.person && one.key === other.key && JSON.stringify(one.answer) === JSON.stringify(other.answer);

const isReversed = (item: object | undefined): boolean =>
  item !== undefined && "reversed" in item && item.reversed === true;

/** Laws 1 and 2: every word is accounted for, and none is read under a question that it did not answer. */
export const everyWordIsAccountedFor = (core: Core): void => {
  fc.assert(
    fc.property(two, ({ old, next, sections }) => {
      const moved = valueOf(core.moveAnswers(sections, old, next));
      const [before, after, earlier] = [inPlace(sections), inPlace(moved.after), asEarlier(moved.after)];
      for (const said of before) {
        const asked = old.wording.items[itemOf(said.key)];
        const nowAsked = next.wording.items[itemOf(said.key)];
        const kept = after.find(isSame(said));
        const keptEarlier = earlier.find(isSame(said));
        if (kept === undefined || asked?.text !== nowAsked?.text) {
          expect(keptEarlier?.earlier.question).toBe(asked?.text);
          expect(keptEarlier?.earlier.from.version).toBe(1);
        }
        for (const [choice, words] of Object.entries(asked?.choices ?? {})) {
          if (!JSON.stringify(said.answer).includes(`"choice":"${choice}"`)) continue;
          if (kept === undefined || nowAsked?.choices?.[choice] !== words) {
            expect(keptEarlier?.earlier.words[choice]).toBe(words);
          }
        }
      }
      // Nothing is made up, and nothing stands twice.
      expect(after.filter((each) => !before.some(isSame(each)))).toEqual([]);
      expect(earlier.filter((each) => !before.some(isSame(each)))).toEqual([]);
      expect(after.length + moved.withoutPlace.length).toBe(before.length);
      expect(earlier).toHaveLength(moved.withoutPlace.length + moved.toCheck.length);
      // What keeps its place is an answer there: of the right kind, among the choices, with their points.
      for (const { key, answer } of after) {
        const item = core.placedItems(next.structure).get(itemOf(key));
        const page = pagesIn(moved.after).find(([, each]) => each.answers[key] === answer)?.[1];
        if (item === undefined || page === undefined || !("value" in (answer as object))) continue;
        const at = { structure: next.structure, pageId: item.pageId, key };
        expect(core.answerItem(page, at, answer as never)).toMatchObject({ ok: true });
        // Its points still mean what they meant.
        expect(isReversed(item.item)).toBe(isReversed(core.placedItems(old.structure).get(itemOf(key))?.item));
      }
    }),
    runs,
  );
};

/** Law 3, HAZ-07: nobody sees an answer that they did not see before, and nobody loses one. */
export const nobodySeesMoreOrLess = (core: Core): void => {
  fc.assert(
    fc.property(two, ({ old, next, sections }) => {
      const moved = valueOf(core.moveAnswers(sections, old, next));
      const seen = (said: readonly Said[]) =>
        [
          ...new Set(
            said.map(({ person, key, answer, hiddenFrom }) => JSON.stringify([person, key, answer, hiddenFrom])),
          ),
        ].sort();
      expect(seen([...inPlace(moved.after), ...asEarlier(moved.after)])).toEqual(seen(inPlace(sections)));
    }),
    runs,
  );
};

/** Law 4, and what is not moved: the original is untouched, and so is every section of another kind or version. */
export const theOriginalIsUntouched = (core: Core): void => {
  fc.assert(
    fc.property(two, ({ old, next, sections }) => {
      const other = `page/something-else/page-1/${idOf("mum")}` as const;
      const elsewhere = PageSection.parse({ instrument: { id: "something-else", version: 1, language: "en-GB" } });
      const whole: PageSections = { ...sections, [other]: elsewhere };
      const before = structuredClone(whole);
      const moved = valueOf(core.moveAnswers(whole, old, next));
      expect(whole).toEqual(before);
      expect(moved.before).toBe(whole);
      expect(moved.after[other]).toBe(whole[other]);
      for (const [sectionId, section] of pagesIn(sections)) {
        expect(moved.after[sectionId as keyof PageSections]).toMatchObject({
          later: section["later"],
          hiddenFrom: section.hiddenFrom,
        });
      }
      // Moved on once more, what was kept before is still there.
      const again = valueOf(
        core.moveAnswers(moved.after, { ...next, structure: { ...next.structure, version: 2 } }, old),
      );
      for (const { earlier } of asEarlier(moved.after))
        expect(asEarlier(again.after).map((each) => each.earlier)).toContainEqual(earlier);
    }),
    runs,
  );
};

/** Laws of `compareVersions`: nothing is different from itself, and the way back is the way there turned round. */
export const comparingIsFair = (core: Core): void => {
  fc.assert(
    fc.property(two, ({ old, next }) => {
      const same = core.compareVersions(old, old);
      expect([same.added, same.removed, same.reworded, same.choicesChanged, same.answeredOtherwise].flat()).toEqual([]);
      const [there, back] = [core.compareVersions(old, next), core.compareVersions(next, old)];
      expect(there.added).toEqual(back.removed);
      expect(there.removed).toEqual(back.added);
      expect(
        there.reworded.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before })).sort(byPlace),
      ).toEqual([...back.reworded].sort(byPlace));
      for (const id of Object.keys(old.wording.items)) {
        const [before, after] = [old.wording.items[id]?.text, next.wording.items[id]?.text];
        const isReworded = there.reworded.some(({ place, part }) => place === `items/${id}` && part === "text");
        const isIn = (questionnaire: typeof old) => core.placedItems(questionnaire.structure).has(id);
        expect(isReworded).toBe(isIn(old) && isIn(next) && before !== after);
      }
    }),
    runs,
  );
};

const byPlace = (one: { readonly place: string }, other: { readonly place: string }) =>
  one.place < other.place ? -1 : 1;
