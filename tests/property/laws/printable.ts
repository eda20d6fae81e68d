import fc from "fast-check";
import { expect } from "vitest";
import { peopleOf } from "#core/schema/case";
import type { Filled } from "#core/questionnaire/filled";
import type { KeptAnswer, PageSection, PageSections } from "#core/schema/page";
import {
  type Condition,
  isAsked,
  type QuestionnairePage,
  type QuestionnaireStructure,
} from "#core/schema/questionnaire";
import { ITEMS_TO_ASK, someConditions } from "../../support/arbitrary-condition";
import { someQuestionnaire, someSections } from "../../support/arbitrary-questionnaire";
import { familyOf, idOf } from "../../support/family";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";

const people = peopleOf(familyOf());
const empty: Filled = { people, answers: new Map(), skipped: new Set(), added: new Map() };

/** The page printed only after one of its own items is answered, with one of its choices where it has any. */
const printedAfterAnswer = (page: QuestionnairePage, pick: number): QuestionnairePage => {
  const asked = page.items.filter(isAsked);
  const item = asked[pick % Math.max(1, asked.length)];
  if (item === undefined) return page;
  const choice = "choices" in item ? item.choices[0]?.id : undefined;
  const printedIf: Condition =
    choice === undefined ? { test: "answered", item: item.id } : { test: "equals", item: item.id, value: choice };
  return { ...page, printedIf };
};

const filling = fc.tuple(someQuestionnaire, fc.nat({ max: 5 })).chain(([one, pick]) =>
  fc.record({
    structure: fc.constant<QuestionnaireStructure>({
      ...one.structure,
      pages: one.structure.pages.map((page) => printedAfterAnswer(page, pick)),
    }),
    sections: someSections(one),
    others: someSections(one),
  }),
);
type Filling = typeof filling extends fc.Arbitrary<infer T> ? T : never;

const askedBy = ({ printedIf }: QuestionnairePage) =>
  printedIf !== undefined && "item" in printedIf ? printedIf : undefined;

const UNREADABLE: KeptAnswer = { kind: "drawn-by-a-newer-version" };

/** The answer for which a page is printed, where the item is one that is tapped. */
const yesTo = (page: QuestionnairePage): Readonly<Record<string, KeptAnswer>> => {
  const asked = askedBy(page);
  const item = page.items.find(({ id }) => id === asked?.item);
  if (item?.kind === "boolean") return { [item.id]: { kind: "answered", value: { type: "boolean", value: true } } };
  if (item?.kind !== "choice" || asked?.test !== "equals") return {};
  return { [item.id]: { kind: "answered", value: { type: "choice", choice: asked.value } } };
};

/** Sections in which Mum has said so on every page that waits for it; by chance alone that is seldom. */
const withYes = ({ structure, sections }: Pick<Filling, "structure" | "sections">, more = false): PageSections => {
  const after: Record<string, PageSection> = { ...sections };
  for (const page of structure.pages) {
    const id = `page/${structure.id}/${page.id}/${idOf("mum")}`;
    const section = after[id];
    if (section === undefined) continue;
    const other = page.items.find((item) => isAsked(item) && item.id !== askedBy(page)?.item);
    const unread = more && other !== undefined ? { [other.id]: UNREADABLE } : {};
    after[id] = { ...section, answers: { ...section.answers, ...yesTo(page), ...unread } };
  }
  return after;
};

/** Law 1: HAZ-24, what is unanswered or hidden prints nothing. */
export const onlyAnAnswerThatIsShownPrints = (core: Core): void => {
  fc.assert(
    fc.property(filling, ({ structure, sections }) => {
      const filled = core.filledBy(structure, sections, idOf("mum"), people);
      const answers = new Map(core.countedAnswers(structure, filled).map(({ shown, answer }) => [shown.key, answer]));
      const printed = core.printablePages(structure, filled);
      for (const page of structure.pages) {
        const asked = askedBy(page);
        if (asked === undefined) expect(printed).toContain(page.id);
        else if (!isGiven(answers.get(asked.item), asked)) expect(printed).not.toContain(page.id);
      }
    }),
    runs,
  );
};

const isGiven = (answer: KeptAnswer | undefined, asked: Condition): boolean =>
  answer?.kind === "answered" && (asked.test !== "equals" || JSON.stringify(answer).includes(`"${asked.value}"`));

/** Law 2: what is answered on other pages prints and keeps back nothing, as long as the same is shown here. */
export const otherPagesChangeNothing = (core: Core): void => {
  fc.assert(
    fc.property(filling, ({ structure, sections, others }: Filling) => {
      for (const page of structure.pages) {
        const isHere = (id: string): boolean => id.includes(`/${page.id}/`);
        const mixed: PageSections = Object.fromEntries<PageSection>([
          ...Object.entries(others).filter(([id]) => !isHere(id)),
          ...Object.entries(sections).filter(([id]) => isHere(id)),
        ]);
        const [one, two] = [sections, mixed].map((each) => {
          const filled = core.filledBy(structure, each, idOf("mum"), people);
          const shown = core.visibleItems(structure, filled).filter(({ pageId }) => pageId === page.id);
          return {
            shown: shown.map(({ key }) => key).join(),
            isPrinted: core.printablePages(structure, filled).includes(page.id),
          };
        });
        if (one?.shown === two?.shown) expect(one?.isPrinted).toBe(two?.isPrinted);
      }
    }),
    runs,
  );
};

/** Law 3: HAZ-24, words that only a newer version can read keep their page back. */
export const whatCannotBeReadKeepsItsPage = (core: Core): void => {
  fc.assert(
    fc.property(filling, ({ structure, ...written }) => {
      const sections = withYes({ structure, ...written }, true);
      const filled = core.filledBy(structure, sections, idOf("mum"), people);
      const placed = core.placedItems(structure);
      const printed = core.printablePages(structure, filled);
      for (const [key, { kind }] of filled.answers) {
        const page = structure.pages.find(({ id }) => id === placed.get(key.split("@")[0] ?? "")?.pageId);
        if (kind === UNREADABLE.kind && page?.printedIf !== undefined) expect(printed).not.toContain(page.id);
      }
    }),
    runs,
  );
};

/** Law 4: HAZ-24, whatever a questionnaire asks for, leaving everything out prints nothing that it keeps back. */
export const nothingSaidPrintsNothing = (core: Core): void => {
  const items = [...ITEMS_TO_ASK.keys()].map((kind) => ({
    kind,
    id: kind,
    ...(kind.includes("choice") ? { choices: [{ id: "a" }, { id: "b" }] } : {}),
  }));
  fc.assert(
    fc.property(someConditions, (conditions) => {
      const pages = [{ id: "only", printedIf: { test: "all", of: conditions }, items }];
      const content = { format: 1, id: "made-up", version: 1, licence: "CC0-1.0", pages };
      const loaded = core.loadStructure({ file: "structure.json", content });
      if (loaded.ok) expect(core.printablePages(loaded.value, empty)).toEqual([]);
    }),
    runs,
  );
};

/** `askAgain`, laws 1 and 2: HAZ-24 and HAZ-02, what is written later is not printed on an earlier yes, and nothing is lost. */
export const aYesIsForWhatStoodThere = (core: Core): void => {
  fc.assert(
    fc.property(filling, ({ structure, others, ...written }) => {
      const sections = withYes({ structure, ...written });
      for (const page of structure.pages) {
        const id = `page/${structure.id}/${page.id}/${idOf("mum")}` as const;
        const [before, after] = [sections[id], others[id]];
        const asked = askedBy(page)?.item;
        if (before === undefined || after === undefined || asked === undefined) continue;
        const yes = before.answers[asked];
        if (yes === undefined) continue;
        const changed = { ...after, answers: { ...after.answers, [asked]: yes } };
        const again = core.askAgain(page, before, changed);
        const rest = (answers: Readonly<Record<string, KeptAnswer>>) =>
          Object.fromEntries(Object.entries(answers).filter(([key]) => key !== asked));
        expect(rest(again.answers)).toEqual(rest(changed.answers));
        const isTapped = page.items.some(({ id, kind }) => id === asked && ["choice", "boolean"].includes(kind));
        const isSame = JSON.stringify(sorted(rest(before.answers))) === JSON.stringify(sorted(rest(changed.answers)));
        if (!isTapped) expect(again.answers[asked]).toEqual(yes);
        else if (!isSame) {
          const filled = core.filledBy(structure, { ...sections, [id]: again }, idOf("mum"), people);
          expect(core.printablePages(structure, filled)).not.toContain(page.id);
        }
      }
    }),
    runs,
  );
};

const sorted = (answers: object) => Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1));
