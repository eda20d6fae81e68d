import { describe, expect, test } from "vitest";
import { holds } from "#core/questionnaire/condition-holds";
import type { QuestionnairePage } from "#core/schema/questionnaire";
import { fillIn } from "../../support/form";
import { askedIn, loadFaultsOf, longestSentence, pagesOf, textsOf } from "../../support/pages-questionnaire";

const story = pagesOf("story-so-far");
const { structure, wording } = story;
const asking = structure.pages.filter(({ items }) => askedIn(items).length > 0);
const childKnows = ({ id }: QuestionnairePage): string => `${id}.child-knows`;

test("the story so far and its words load without a fault", () => {
  expect(loadFaultsOf("story-so-far")).toEqual([]);
});

test("it is for a trained practitioner, never on the shared screen, never in a first visit", () => {
  expect([structure.id, structure.version, structure.licence]).toEqual(["story-so-far", 1, "CC-BY-4.0"]);
  expect(structure.use).toEqual({
    answeredBy: "practitioner",
    training: "story-so-far",
    neverShared: true,
    notFirstVisit: true,
  });
});

describe("HAZ-24 what the child does not yet know is never printed", () => {
  test("every page that asks anything asks last of all, once and of everybody, whether the child knows it", () => {
    for (const page of asking) {
      const last = page.items.at(-1);
      expect(last, page.id).toMatchObject({ kind: "choice", id: childKnows(page) });
      expect(last).not.toHaveProperty("showWhen");
      expect(last?.kind === "choice" ? last.choices.map(({ id }) => id) : []).toEqual([
        "yes",
        "some",
        "not-yet",
        "not-sure",
      ]);
    }
    expect(asking.length).toBeGreaterThanOrEqual(8);
  });

  test.each(asking.map((page) => [page.id, page] as const))("%s is printed for no answer but yes", (_, page) => {
    const { printedIf } = page;
    expect(printedIf).toBeDefined();
    if (printedIf === undefined) return;
    const allElse = askedIn(page.items).filter(({ id }) => id !== childKnows(page));
    // Whatever else is answered, in every combination of "not answered" and "yes".
    for (const choice of [undefined, "some", "not-yet", "not-sure"]) {
      for (const value of [undefined, true]) {
        const isPrinted = holds(printedIf, (itemId) => {
          if (itemId === childKnows(page)) return choice === undefined ? undefined : { type: "choice", choice };
          return value === undefined || !allElse.some(({ id }) => id === itemId)
            ? undefined
            : { type: "boolean", value };
        });
        expect(isPrinted, `${choice} ${value}`).toBe(false);
      }
    }
  });

  test("until somebody says so, nothing that anybody wrote is printed", () => {
    const form = fillIn({ questionnaire: story });
    for (const page of asking)
      for (const { id, kind } of askedIn(page.items)) if (kind === "text") form.says(id, "A few careful words");
    expect(form.prints()).toEqual(["before-you-write"]);
    for (const page of asking) form.chooses(childKnows(page), "some");
    expect(form.prints()).toEqual(["before-you-write"]);
    for (const page of asking) form.passes(childKnows(page));
    expect(form.prints()).toEqual(["before-you-write"]);
    form.chooses("soothes.child-knows", "yes");
    expect(form.prints()).toEqual(["before-you-write", "soothes"]);
  });

  test("nothing written on the page of what is not known yet is printed, even when somebody says that they know", () => {
    const page = asking.find(({ id }) => id === "not-yet");
    const written = askedIn(page?.items ?? []).filter(({ kind }) => kind === "text");
    expect(written.length).toBeGreaterThan(1);
    for (const { id } of written) {
      const form = fillIn({ questionnaire: story });
      form.says(id, "Why they came to live here");
      form.chooses("not-yet.child-knows", "yes");
      expect(form.prints()).not.toContain("not-yet");
    }
  });

  test("keeping in touch with birth family stays off paper until two answers say that it may stand there", () => {
    const form = fillIn({ questionnaire: story });
    form.chooses("birth-family.child-knows", "yes");
    expect(form.prints()).not.toContain("birth-family");
    form.saysYes("birth-family.on-paper");
    expect(form.prints()).toContain("birth-family");
    form.chooses("birth-family.child-knows", "not-sure");
    expect(form.prints()).not.toContain("birth-family");
  });
});

test("nobody is asked for an address, a town, a school's name or an earlier name, and they are told to leave it out", () => {
  const questions = asking.flatMap(({ items }) => askedIn(items).map(({ id }) => wording.items[id]?.text ?? ""));
  expect(
    questions.filter((text) => /\b(?:address|street|town|city|postcode|surname|real name|called)\b/i.test(text)),
  ).toEqual([]);
  expect(questions.filter((text) => /^(?:where|which (?:town|school|place))\b/i.test(text))).toEqual([]);
  expect(wording.items["before-you-write.places"]?.text).toMatch(/^Leave out names of places, schools and towns/);
});

test("homes are added one after the other, and need no dates", () => {
  const homes = structure.pages.find(({ id }) => id === "homes");
  expect(homes?.items).toContainEqual(
    expect.objectContaining({ kind: "group", id: "home", repeat: { each: "added", most: 20 } }),
  );
  const asked = asking.flatMap(({ items }) => askedIn(items));
  expect(asked.filter(({ kind }) => kind === "date" || kind === "integer")).toEqual([]);
});

test("nothing must be answered, and nothing carries points", () => {
  const asked = asking.flatMap(({ items }) => askedIn(items));
  expect(asked.filter(({ required }) => required === true)).toEqual([]);
  expect(
    asked.flatMap((item) => ("choices" in item ? item.choices : [])).filter(({ points }) => points !== undefined),
  ).toEqual([]);
});

test("what happened is one page of few questions, and what keeps the child going is the last word", () => {
  const happened = structure.pages.find(({ id }) => id === "happened");
  expect(askedIn(happened?.items ?? []).length).toBeLessThanOrEqual(4);
  expect(structure.pages.at(-1)?.id).toBe("hopes");
});

test("no sentence has more than twenty words, and no text a gender or a gap for a name", () => {
  expect(textsOf(story).filter(([, text]) => longestSentence(text) > 20)).toEqual([]);
  expect(textsOf(story).filter(([, text]) => /\b(?:he|she|him|his|hers?|boys?|girls?)\b|[{}"]/i.test(text))).toEqual(
    [],
  );
});
