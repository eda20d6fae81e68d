import type { PageAnswer, PageSections } from "#core/schema/page";
import type { Person } from "#core/schema/person";
import type { Questionnaire } from "#core/schema/questionnaire";
import { peopleOf } from "#core/schema/case";
import { answerKey, partsOfKey } from "#core/questionnaire/answer-key";
import * as page from "#core/questionnaire/change-page";
import { filledBy } from "#core/questionnaire/filled";
import {
  answersSetAside,
  countedAnswers,
  countStates,
  nextItem,
  requiredLeft,
  stateOf,
} from "#core/questionnaire/going-through";
import { placedItems } from "#core/questionnaire/placed-items";
import { chosen } from "#core/questionnaire/points";
import { printablePages } from "#core/questionnaire/printable";
import { visibleItems } from "#core/questionnaire/visible-items";
import { familyOf, idOf, type Who, whoIs } from "./family";
import { evenings } from "./made-up-questionnaire";
import { uuid } from "./uuid";

interface Beginning {
  readonly as?: Who;
  readonly people?: readonly Person[];
  readonly questionnaire?: Questionnaire;
}

/** One person with one questionnaire, as they live it: every step is a real verb of the core. */
export const fillIn = ({ as = "mum", people = peopleOf(familyOf()), questionnaire = evenings }: Beginning = {}) => {
  const { structure, wording } = questionnaire;
  const placed = placedItems(structure);
  const instrument = { id: structure.id, version: structure.version, language: wording.language };
  let sections: PageSections = {};
  let around = people;
  let rounds = 0;

  const filled = () => filledBy(structure, sections, idOf(as), around);
  const atOf = (key: string) => {
    const pageId = placed.get(partsOfKey(key).itemId)?.pageId ?? "no such page";
    return { instrument, structure, pageId, personId: idOf(as), key };
  };
  const change = (
    key: string,
    step: (section: ReturnType<typeof page.pageIn>) => ReturnType<typeof page.pageIn>,
  ): void => {
    sections = page.withPage(sections, atOf(key), step(page.pageIn(sections, atOf(key))));
  };
  const give = (key: string, answer: PageAnswer): string => {
    const given = page.answerItem(page.pageIn(sections, atOf(key)), atOf(key), answer);
    if (!given.ok) return given.error.type;
    change(key, () => given.value);
    return "done";
  };
  /** `parent.reads of dad` is the item about Dad, `club.name of 1` the first that was added. */
  const keyOf = (name: string): string => {
    const [itemId = "", who] = name.split(" of ");
    if (who === undefined) return itemId;
    return answerKey(itemId, /^\d+$/.test(who) ? uuid(0x700 + Number(who)) : idOf(who as Who));
  };
  const nameOf = (key: string): string => {
    const { itemId, instanceId } = partsOfKey(key);
    if (instanceId === undefined) return itemId;
    const added = Number.parseInt(instanceId.slice(-4), 16) - 0x700;
    return `${itemId} of ${added > 0 && added < 9 ? added : whoIs(instanceId)}`;
  };

  return {
    chooses: (name: string, choice: string) => {
      const { item } = placed.get(partsOfKey(keyOf(name)).itemId) ?? {};
      if (item === undefined || item.kind === "group" || item.kind === "note") return "NoSuchItem";
      return give(keyOf(name), { kind: "answered", value: { type: "choice", ...chosen(item, choice) } });
    },
    choosesAll: (name: string, choices: readonly string[], ownWords = "") =>
      give(keyOf(name), {
        kind: "answered",
        value: { type: "choices", choices: choices.map((choice) => ({ choice })), ownWords },
      }),
    says: (name: string, words: string) => give(keyOf(name), { kind: "answered", value: { type: "words", words } }),
    saysYes: (name: string) => give(keyOf(name), { kind: "answered", value: { type: "boolean", value: true } }),
    saysNo: (name: string) => give(keyOf(name), { kind: "answered", value: { type: "boolean", value: false } }),
    counts: (name: string, value: number) => give(keyOf(name), { kind: "answered", value: { type: "integer", value } }),
    dates: (name: string, value: string) => give(keyOf(name), { kind: "answered", value: { type: "date", value } }),
    doesNotKnow: (name: string) => give(keyOf(name), { kind: "missing", why: "dont-know" }),
    prefersNotToSay: (name: string) => give(keyOf(name), { kind: "missing", why: "prefer-not-to-say" }),
    findsItDoesNotApply: (name: string) => give(keyOf(name), { kind: "does-not-apply" }),
    passes: (name: string) => give(keyOf(name), { kind: "passed" }),
    gives: (name: string, answer: unknown) => give(keyOf(name), answer as PageAnswer),
    takesBack: (name: string) => {
      change(keyOf(name), (section) => page.clearItem(section, keyOf(name)));
    },
    skips: (name: string) => {
      change(keyOf(name), (section) => page.skipItem(section, keyOf(name)));
    },
    adds: (groupId: string) => {
      const at = { structure, pageId: placed.get(groupId)?.pageId ?? "", groupId };
      const added = page.addRound(page.pageIn(sections, atOf(groupId)), at, uuid(0x700 + (rounds += 1)));
      if (!added.ok) return added.error.type;
      change(groupId, () => added.value);
      return "done";
    },
    takesAway: (groupId: string, round: number) => {
      change(groupId, (section) => page.removeRound(section, groupId, uuid(0x700 + round)));
    },
    /** Who is on the record now. */
    around: (who: readonly Who[]) => {
      around = people.filter(({ id }) => who.includes(whoIs(id)));
    },

    sees: () => visibleItems(structure, filled()).map(({ key }) => nameOf(key)),
    isAskedNext: (after?: string) => {
      const next = nextItem(structure, filled(), after === undefined ? undefined : keyOf(after));
      if (next.kind === "ask") return nameOf(next.item.key);
      return next.kind === "done" ? "done" : `come back to ${next.items.map(({ key }) => nameOf(key)).join(", ")}`;
    },
    stillRequired: () => requiredLeft(structure, filled()).map(({ key }) => nameOf(key)),
    states: () => Object.fromEntries(Object.entries(countStates(structure, filled())).filter(([, count]) => count > 0)),
    stateOf: (name: string) => stateOf(filled().answers.get(keyOf(name))),
    counted: () => countedAnswers(structure, filled()).map(({ shown }) => nameOf(shown.key)),
    setAside: () => answersSetAside(structure, filled()).map(nameOf),
    /** The pages that may stand in a document now. */
    prints: () => printablePages(structure, filled()),
    /** The sections as they would be kept now. */
    kept: () => sections,
  };
};
