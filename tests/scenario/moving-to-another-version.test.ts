import { describe, expect, test } from "vitest";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { compareInstruments, compareVersions } from "#core/questionnaire/versions/compare-versions";
import { earlierIn } from "#core/questionnaire/versions/earlier";
import { moveAnswers } from "#core/questionnaire/versions/move-answers";
import { moveProfile } from "#core/questionnaire/versions/move-profile";
import type { PageSections } from "#core/schema/page";
import type { Questionnaire } from "#core/schema/questionnaire";
import { voiceIn } from "#core/visit/change-section";
import { put, putAll, take } from "../support/changed";
import { idOf } from "../support/family";
import { fillIn } from "../support/form";
import { evenings, eveningsStructure, eveningsWording } from "../support/made-up-questionnaire";
import { ndProfile } from "../support/nd-profile";
import { begin } from "../support/scenario";
import { valueOf } from "../support/value-of";

const versionTwo = (structure: unknown, wording: unknown): Questionnaire =>
  valueOf(
    loadQuestionnaire(
      { file: "structure.json", content: put(structure, "version", 2) },
      { file: "en-GB.json", content: wording },
    ),
  );
const items = "pages/0/items";

/** "Settling" is put better, "hardly" is called otherwise, "silence" is gone, and so is "what helps". */
const next = versionTwo(
  putAll(eveningsStructure, {
    [items]: eveningsStructure.pages[0]?.items.filter(({ id }) => id !== "what-helps"),
    [`${items}/5/choices`]: [{ id: "rain" }, { id: "music" }, { id: "talking" }],
  }),
  putAll(take(eveningsWording, "items/what-helps"), {
    "items/settling/text": "How do evenings end?",
    "items/settling/choices/hardly": "With great effort",
    "items/sounds/choices": { rain: "Rain", music: "Music", talking: "People talking" },
    "pages/at-home": "Home in the evening",
  }),
);

const page = `page/evenings/at-home/${idOf("mum")}` as const;

describe("what is different is shown word for word", () => {
  test("items that are gone, words that changed, choices that changed", () => {
    const difference = compareVersions(evenings, next);
    expect(difference).toMatchObject({ from: { version: 1 }, to: { version: 2 }, added: [], answeredOtherwise: [] });
    expect(difference.removed.map(({ place, words }) => [place, words["text"]])).toEqual([
      ["items/what-helps", "What helps?"],
    ]);
    expect(difference.reworded).toEqual([
      { place: "pages/at-home", part: "text", before: "Evenings at home", after: "Home in the evening" },
      { place: "items/settling", part: "text", before: "How do they settle?", after: "How do evenings end?" },
    ]);
    expect(difference.choicesChanged).toMatchObject([
      {
        place: "items/settling",
        changed: [{ before: { words: "Hardly at all" }, after: { words: "With great effort" } }],
      },
      { place: "items/sounds", added: [{ id: "talking" }], removed: [{ id: "silence" }] },
    ]);
  });

  test("also for the nine lines", () => {
    const other = structuredClone(ndProfile);
    other.wording.line.left = "Needs a hand";
    const prompt = Object.keys(other.wording.strands["energy"]?.prompts ?? {})[0] ?? "";
    Reflect.deleteProperty(other.wording.strands["energy"]?.prompts ?? {}, prompt);
    const strands = other.structure.strands.map((strand) => ({
      ...strand,
      prompts: strand.prompts.filter(({ id }) => id !== prompt),
    }));
    const difference = compareInstruments(ndProfile, {
      ...other,
      structure: { ...other.structure, version: 2, strands },
    });
    expect(difference.removed.map(({ place }) => place)).toEqual([`strands/energy/prompts/${prompt}`]);
    expect(difference.reworded).toEqual([
      { place: "line", part: "line/left", before: "Needs a lot of support here", after: "Needs a hand" },
    ]);
  });
});

describe("Mum's draft is moved to the next version", () => {
  const filled = () => {
    const form = fillIn();
    form.chooses("settling", "hardly");
    form.says("what-helps", "A story, twice");
    form.counts("wakings", 2);
    form.choosesAll("sounds", ["silence"]);
    form.saysYes("parent.reads of dad");
    return form;
  };

  test("what is asked as before stays as it is", () => {
    const form = filled();
    const { after } = valueOf(moveAnswers(form.kept(), evenings, next));
    expect(after[page]?.instrument.version).toBe(2);
    expect(after[page]?.answers["wakings"]).toBe(form.kept()[page]?.answers["wakings"]);
    expect(after[page]?.answers[`parent.reads@${idOf("dad")}`]).toBeDefined();
  });

  test("what is put in other words keeps its place, and the old words stand beside it", () => {
    const form = filled();
    const moved = valueOf(moveAnswers(form.kept(), evenings, next));
    expect(moved.toCheck).toEqual([{ sectionId: page, key: "settling" }]);
    expect(moved.after[page]?.answers["settling"]).toMatchObject({ value: { choice: "hardly" } });
    expect(moved.after[page]?.earlier).toContainEqual({
      key: "settling",
      question: "How do they settle?",
      words: { hardly: "Hardly at all" },
      answer: form.kept()[page]?.answers["settling"],
      from: { id: "evenings", version: 1, language: "en-GB" },
    });
  });

  test("what has no place any more is kept with what was asked", () => {
    const form = filled();
    const moved = valueOf(moveAnswers(form.kept(), evenings, next));
    expect(moved.withoutPlace.map(({ key }) => key).sort()).toEqual(["sounds", "what-helps"]);
    const earlier = moved.after[page]?.earlier ?? [];
    expect(earlier.find(({ key }) => key === "what-helps")).toMatchObject({
      question: "What helps?",
      answer: { value: { words: "A story, twice" } },
    });
    expect(earlier.find(({ key }) => key === "sounds")).toMatchObject({ words: { silence: "None" } });
  });

  test("and taking it back is going on with what was there", () => {
    const form = filled();
    const moved = valueOf(moveAnswers(form.kept(), evenings, next));
    expect(moved.before).toBe(form.kept());
  });

  test("nothing is moved to another questionnaire", () => {
    const other = { ...next, structure: { ...next.structure, id: "mornings" } };
    expect(moveAnswers(filled().kept(), evenings, other)).toEqual({ ok: false, error: { type: "OtherQuestionnaire" } });
  });
});

describe("an item that goes to another page", () => {
  const elsewhere = versionTwo(
    putAll(eveningsStructure, {
      [items]: eveningsStructure.pages[0]?.items.filter(({ id }) => id !== "sounds"),
      "pages/1/items": [
        eveningsStructure.pages[0]?.items.find(({ id }) => id === "sounds"),
        ...(eveningsStructure.pages[1]?.items ?? []),
      ],
    }),
    eveningsWording,
  );
  const other = `page/evenings/out-and-about/${idOf("mum")}` as const;

  test("takes its answers along", () => {
    const form = fillIn();
    form.choosesAll("sounds", ["rain"]);
    const { after, withoutPlace } = valueOf(moveAnswers(form.kept(), evenings, elsewhere));
    expect(withoutPlace).toEqual([]);
    expect(after[other]?.answers["sounds"]).toMatchObject({ value: { choices: [{ choice: "rain" }] } });
  });

  test("HAZ-07 leaves them where they are if other people may see that page", () => {
    const form = fillIn();
    form.choosesAll("sounds", ["rain"]);
    form.says("professional.sees of teacher", "Tired on Mondays");
    const hidden = { ...form.kept()[page]!, hiddenFrom: [idOf("dad")] };
    const sections: PageSections = { ...form.kept(), [page]: hidden };
    const moved = valueOf(moveAnswers(sections, evenings, elsewhere));
    expect(moved.after[other]?.answers).not.toHaveProperty("sounds");
    expect(moved.after[page]).toMatchObject({ hiddenFrom: [idOf("dad")], earlier: [{ key: "sounds" }] });
  });
});

describe("a draft of the nine lines", () => {
  const withMark = () => {
    const visit = begin({ here: ["child", "mum"] });
    visit.mark("energy", { as: "mum", position: 38 });
    visit.pins("energy", { as: "mum", words: "Full of ideas before breakfast" });
    return visit.kept();
  };
  const nextLines = (change: (wording: typeof ndProfile.wording) => void) => {
    const other = structuredClone(ndProfile);
    change(other.wording);
    return { ...other, structure: { ...other.structure, version: 2 } };
  };

  test("keeps its marks and words under lines that read as before", () => {
    const visit = withMark();
    const moved = valueOf(
      moveProfile(
        visit.profile.sections,
        ndProfile,
        nextLines(() => undefined),
      ),
    );
    expect([moved.toCheck, moved.withoutPlace]).toEqual([[], []]);
    expect(moved.after).toEqual({
      ...visit.profile.sections,
      frame: { ...visit.profile.sections.frame, instrument: { id: "nd-profile", version: 2, language: "en-GB" } },
    });
  });

  test("keeps the words that stood at a mark, where the line reads otherwise now", () => {
    const visit = withMark();
    const other = nextLines((wording) => {
      wording.strands["energy"]!.descriptions.primary!.left = "Other words";
    });
    const moved = valueOf(moveProfile(visit.profile.sections, ndProfile, other));
    const voice = voiceIn({ ...visit, profile: { ...visit.profile, sections: moved.after } }, "energy", idOf("mum"));
    expect(voice).toMatchObject({ mark: { position: 38 }, goesWell: "Full of ideas before breakfast" });
    expect(moved.toCheck.map(({ key }) => key)).toEqual(["mark"]);
    expect(earlierIn(voice)).toMatchObject([
      {
        question: "Energy levels",
        words: { left: ndProfile.wording.strands["energy"]?.descriptions.primary?.left },
        answer: { kind: "placed", position: 38 },
      },
    ]);
  });

  test("is moved only from the version that it was begun with, and to one that has its age", () => {
    const { sections } = withMark().profile;
    const other = nextLines(() => undefined);
    expect(moveProfile(sections, other, ndProfile)).toEqual({ ok: false, error: { type: "OtherVersion" } });
    const older = { ...other, structure: { ...other.structure, bands: ["secondary" as const] } };
    expect(moveProfile(sections, ndProfile, older)).toEqual({
      ok: false,
      error: { type: "BandNotThere", band: "primary" },
    });
  });
});
