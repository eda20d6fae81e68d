import fc from "fast-check";
import { expect } from "vitest";
import { peopleOf } from "#core/schema/case";
import type { GivenValue } from "#core/schema/page";
import type { Condition } from "#core/schema/questionnaire";
import { everyThree, ITEMS_TO_ASK, someConditions } from "../../support/arbitrary-condition";
import { someAnswer, someQuestionnaire, someSections } from "../../support/arbitrary-questionnaire";
import { familyOf, idOf } from "../../support/family";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";

const people = peopleOf(familyOf());
const filling = someQuestionnaire.chain((one) => fc.record({ one: fc.constant(one), sections: someSections(one) }));

/** Law 1 of `visibleItems`: what is hidden keeps its answer, and the answer opens and closes nothing. */
export const hiddenAnswersOpenNothing = (core: Core): void => {
  fc.assert(
    fc.property(filling, ({ one: { structure }, sections }) => {
      const filled = core.filledBy(structure, sections, idOf("mum"), people);
      const shown = core.visibleItems(structure, filled).map(({ key }) => key);
      const aside = new Set(core.answersSetAside(structure, filled));
      const without = { ...filled, answers: new Map([...filled.answers].filter(([key]) => !aside.has(key))) };
      expect(core.visibleItems(structure, without).map(({ key }) => key)).toEqual(shown);
      // Every answer is either counted or set aside, and none is gone.
      const counted = core.countedAnswers(structure, filled).map((each) => each.shown.key);
      expect([...counted, ...aside].sort()).toEqual([...filled.answers.keys()].sort());
    }),
    runs,
  );
};

/** Law 2: who comes and goes changes only the rounds about them. */
export const peopleChangeOnlyTheirRounds = (core: Core): void => {
  fc.assert(
    fc.property(filling, fc.shuffledSubarray([...people]), ({ one: { structure }, sections }, around) => {
      const keysFor = (who: typeof people) =>
        new Set(
          core.visibleItems(structure, core.filledBy(structure, sections, idOf("mum"), who)).map(({ key }) => key),
        );
      const [all, some] = [keysFor(people), keysFor(around)];
      const gone = people.filter((person) => !around.includes(person)).map(({ id }) => id);
      const stays = [...all].filter((key) => !gone.some((id) => key.endsWith(`@${id}`)));
      expect([...some].sort()).toEqual(stays.sort());
    }),
    runs,
  );
};

/** HAZ-02: whatever is answered, skipped, cleared, added or taken away, every other answer stays as it was. */
export const otherAnswersStay = (core: Core): void => {
  const step = filling.chain(({ one, sections }) => {
    const placed = [...core.placedItems(one.structure)].filter(([, { item }]) => item.kind !== "group");
    return fc.record({
      one: fc.constant(one),
      sections: fc.constant(sections),
      verb: fc.constantFrom("answer", "skip", "clear", "add", "remove"),
      target: fc
        .constantFrom(...placed)
        .chain(([id, { item }]) => fc.tuple(fc.constant(id), someAnswer(item), fc.constantFrom("", `@${idOf("mum")}`))),
    });
  });
  fc.assert(
    fc.property(step, ({ one: { structure }, sections, verb, target: [itemId, answer, round] }) => {
      const pageId = core.placedItems(structure).get(itemId)?.pageId ?? "";
      const page = sections[`page/${structure.id}/${pageId}/${idOf("mum")}`];
      if (page === undefined) return;
      const key = itemId + round;
      const before = structuredClone(page);
      const at = { structure, pageId, key };
      const after = {
        answer: () => core.answerItem(page, at, answer as never),
        skip: () => ({ ok: true, value: core.skipItem(page, key) }) as const,
        clear: () => ({ ok: true, value: core.clearItem(page, key) }) as const,
        add: () => core.addRound(page, { structure, pageId, groupId: "added" }, idOf("dad")),
        remove: () => ({ ok: true, value: core.removeRound(page, "added", idOf("dad")) }) as const,
      }[verb]();
      expect(page).toEqual(before);
      if (!after.ok) return;
      const changesIt = verb === "answer" || verb === "clear";
      const others = Object.entries(before.answers).filter(([each]) => !changesIt || each !== key);
      expect(after.value).toMatchObject({ earlier: before.earlier, hiddenFrom: before.hiddenFrom, later: "kept" });
      expect(Object.entries(after.value.answers).filter(([each]) => !changesIt || each !== key)).toEqual(others);
    }),
    runs,
  );
};

/** Law 1 of `canNeverBe`: what is said never to be is not so for any answers at all; each of them is tried. */
export const whatCanNeverBeNeverIs = (core: Core): void => {
  const isNever = (conditions: readonly Condition[]): boolean => {
    if (!core.canNeverBe(conditions, (id) => ITEMS_TO_ASK.get(id)?.outline)) return false;
    const isSo = (answers: ReadonlyMap<string, GivenValue | undefined>): boolean =>
      conditions.every((condition) => core.holds(condition, (id) => answers.get(id)));
    expect(everyAnswer([...new Set(conditions.flatMap(itemsIn))]).filter(isSo)).toEqual([]);
    return true;
  };
  // Otherwise nothing was tried.
  expect(everyThree.filter(isNever).length).toBeGreaterThan(0);
  fc.assert(
    fc.property(someConditions, (conditions) => {
      isNever(conditions);
    }),
    runs,
  );
};

const itemsIn = (condition: Condition): readonly string[] => {
  if ("item" in condition) return [condition.item];
  return condition.test === "not" ? itemsIn(condition.of) : condition.of.flatMap(itemsIn);
};

/** Every way in which these items can be answered together. */
const everyAnswer = (ids: readonly string[]): readonly ReadonlyMap<string, GivenValue | undefined>[] =>
  ids.reduce<readonly ReadonlyMap<string, GivenValue | undefined>[]>(
    (all, id) =>
      all.flatMap((so) => (ITEMS_TO_ASK.get(id)?.answers ?? []).map((answer) => new Map([...so, [id, answer]]))),
    [new Map()],
  );
