import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readJson } from "#core/json/read-json";
import { importQuestionnaire } from "#core/questionnaire/from-fhir/import-questionnaire";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { put } from "../../../../support/changed";
import { fillIn } from "../../../../support/form";
import { valueOf } from "../../../../support/value-of";

const FOLDER = join(import.meta.dirname, "fixtures");
const fixture = (name: string): unknown =>
  valueOf(readJson(new Uint8Array(readFileSync(join(FOLDER, `${name}.json`)))));
const imported = (name: string) => valueOf(importQuestionnaire(fixture(name)));
const faultsOf = (resource: unknown, licence?: string): readonly string[] => {
  const result = importQuestionnaire(resource, { licence });
  return result.ok ? [] : result.error.map(({ path, reason }) => `${path}: ${reason}`);
};

describe("a questionnaire from elsewhere becomes one of ours", () => {
  test.each(["sleep-diary", "playground", "mahlzeiten", "clubs"])("%s loads as a file of ours would", (name) => {
    const { structure, wording } = imported(name).questionnaire;
    const asFile = (content: unknown): unknown => JSON.parse(JSON.stringify(content));
    expect(
      loadQuestionnaire({ file: "s", content: asFile(structure) }, { file: "w", content: asFile(wording) }),
    ).toMatchObject({ ok: true, value: { structure, wording } });
  });

  test("with pages, points, prefixes and conditions, and nothing left out", () => {
    const { questionnaire, leftOut } = imported("sleep-diary");
    expect(leftOut).toEqual([]);
    expect(questionnaire.structure).toMatchObject({
      id: "sleep-diary",
      licence: "CC0-1.0. Made up for a test.",
      pages: [
        {
          id: "1",
          items: [
            {
              kind: "choice",
              id: "1.1",
              required: true,
              choices: [
                { id: "easy", points: 0 },
                { id: "slow", points: 1 },
                { id: "hard", points: 2 },
              ],
            },
            { kind: "text", id: "1.2" },
          ],
        },
        { id: "2", items: [{ kind: "integer" }, { kind: "text" }, { kind: "boolean" }] },
      ],
    });
    expect(questionnaire.wording.items["1.1"]).toEqual({
      text: "How was falling asleep?",
      prefix: "1a",
      choices: { easy: "Easy", slow: "It took a while", hard: "Very hard" },
    });
  });

  test("and can be filled in as it was meant", () => {
    const form = fillIn({ questionnaire: imported("sleep-diary").questionnaire });
    expect(form.sees()).toEqual(["1.1", "2.1", "2.3"]);
    form.chooses("1.1", "easy");
    expect(form.sees()).not.toContain("1.2");
    form.chooses("1.1", "hard");
    form.counts("2.1", 1);
    expect(form.sees()).toEqual(["1.1", "1.2", "2.1", "2.2", "2.3"]);
    form.counts("2.1", 0);
    expect(form.sees()).not.toContain("2.2");
  });

  test("with several choices and own words, and a group under its condition", () => {
    const form = fillIn({ questionnaire: imported("playground").questionnaire });
    expect(form.choosesAll("panel-1-what", ["swing"], "Sing")).toBe("done");
    expect(form.sees()).not.toContain("panel-1-sand-holes");
    form.choosesAll("panel-1-what", ["swing", "dig-in-the-sand"]);
    expect(form.sees()).toContain("panel-1-sand-holes");
    expect(form.says("panel-1-who", "My cousin")).toBe("done");
  });

  test("in its own language, with either of two conditions, a day and its bounds", () => {
    const { questionnaire } = imported("mahlzeiten");
    expect(questionnaire.wording).toMatchObject({ language: "de", title: "Mahlzeiten (erfunden)" });
    const form = fillIn({ questionnaire });
    expect(form.sees()).toEqual(["grosse", "seit-wann", "warum", "mehr"]);
    form.counts("grosse", 3);
    form.dates("seit-wann", "2024-12-31");
    expect(form.sees()).not.toContain("fruher");
    form.dates("seit-wann", "2025-01-01");
    expect(form.sees()).toContain("fruher");
    form.dates("seit-wann", "2024-12-31");
    form.counts("grosse", 2);
    expect(form.sees()).toContain("fruher");
  });

  test("with a group that is added to, as often as it says", () => {
    const form = fillIn({ questionnaire: imported("clubs").questionnaire });
    expect(Array.from({ length: 5 }, () => form.adds("club"))).toEqual(["done", "done", "done", "done", "Full"]);
    form.chooses("club.often of 2", "3");
    expect(form.sees()).toContain("club.tired of 2");
    expect(form.sees()).not.toContain("club.tired of 1");
  });
});

describe("what is left out is named with its place", () => {
  test.each([
    ["mahlzeiten", ["item/3/type", "item/4/type", "item/5/type", "item/6/enableWhen/0"]],
    [
      "clubs",
      [
        "contained",
        "item/0/item/0/maxLength",
        "item/0/item/2/initial",
        "item/0/item/3/answerValueSet",
        "item/1",
        "item/2",
      ],
    ],
  ])("%s", (name, places) => {
    expect(imported(name).leftOut.map(({ path }) => path)).toEqual(places);
  });
});

describe("the licence is asked for", () => {
  test("and may be given by the one who imports", () => {
    expect(faultsOf(fixture("broken/no-licence"))).toEqual([
      "copyright: say under which licence these words may be used: here, or with --licence",
    ]);
    expect(faultsOf(fixture("broken/no-licence"), "  ")).toHaveLength(1);
    expect(faultsOf(fixture("broken/no-licence"), "Permission by letter, 2026")).toEqual([]);
  });

  test("what the file says of its copyright is kept beside it", () => {
    const both = valueOf(importQuestionnaire(fixture("clubs"), { licence: "CC0-1.0" }));
    expect(both.questionnaire.structure.licence).toBe("CC0-1.0\nMade up for a test; free for any use.");
  });
});

/** Each broken file with the place at which it is refused, and nowhere else. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  "another-resource": ["resourceType"],
  "no-licence": ["copyright"],
  "blank-licence": ["copyright"],
  "nothing-asked": ["item"],
  "no-link-id": ["item/1/linkId"],
  "same-link-id": ["item/1/item/0/linkId"],
  "path-in-link-id": ["item/0/linkId"],
  "path-in-name": ["name"],
  "no-type": ["item/0/type"],
  "unknown-type": ["item/1/type"],
  "no-text": ["item/0/text"],
  "long-text": ["item/0/text"],
  "half-a-character": ["item/0/text"],
  "text-is-a-number": ["item/0/text"],
  "nothing-to-choose": ["item/0"],
  "choice-twice": ["item/0/answerOption/2"],
  "answers-twice": ["item/0/answerValueSet"],
  "points-are-words": ["item/0/answerOption/0/valueCoding/extension/0/valueDecimal"],
  "condition-on-nothing": ["item/1/enableWhen/0/question"],
  "condition-on-itself": ["item/0/enableWhen/0"],
  "condition-on-later": ["item/0/enableWhen/0"],
  "conditions-in-a-circle": ["item/0/enableWhen/0", "item/1/enableWhen/0"],
  "condition-on-a-group": ["item/1/enableWhen/0/question"],
  "condition-on-no-choice": ["item/1/enableWhen/0/answerCoding"],
  "condition-of-another-kind": ["item/1/enableWhen/0/answerString"],
  "condition-without-answer": ["item/1/enableWhen/0"],
  "condition-with-unknown-operator": ["item/1/enableWhen/0/operator"],
  "exists-is-no-yes-or-no": ["item/1/enableWhen/0/answerInteger"],
  "greater-than-a-choice": ["item/1/enableWhen/0/operator"],
  "any-or-all": ["item/2/enableBehavior"],
  "never-both": ["item/1/enableWhen"],
  "empty-group": ["item/1"],
  "required-display": ["item/0/required"],
  "changed-meaning": ["item/0/modifierExtension"],
  "implicit-rules": ["implicitRules"],
  "language-in-words": ["language"],
  "only-unsupported": ["item"],
  "too-deep": [`item/0${"/item/0".repeat(9)}`],
};

describe("a broken one is refused at its place", () => {
  test.each(Object.entries(BROKEN))("%s", (name, places) => {
    const result = importQuestionnaire(fixture(`broken/${name}`));
    expect(result.ok ? ["it was imported"] : result.error.map(({ path }) => path)).toEqual(places);
    expect(result.ok ? [""] : result.error.map(({ reason }) => reason)).not.toContain("");
  });

  test("every broken file is in the list", () => {
    const files = readdirSync(join(FOLDER, "broken")).map((name) => name.replace(/\.json$/, ""));
    expect(files.sort()).toEqual(Object.keys(BROKEN).sort());
  });

  test("with every fault at once, where there are several", () => {
    const twice = put(put(fixture("broken/unknown-type"), "item/0/text", ""), "implicitRules", "http://example.org");
    expect(faultsOf(twice).map((fault) => fault.split(":")[0])).toEqual([
      "implicitRules",
      "item/1/type",
      "item/0/text",
    ]);
  });

  test.each([null, 7, [], "Questionnaire", { resourceType: "questionnaire" }])("%j is no Questionnaire", (value) => {
    expect(faultsOf(value)).toEqual(["resourceType: this is no Questionnaire"]);
  });

  test("two thousand items are taken, and not one more", () => {
    const many = (count: number) =>
      put(
        fixture("broken/any-or-all"),
        "item",
        Array.from({ length: count }, (_, n) => ({ linkId: `q${n}`, text: "Is it so?", type: "boolean" })),
      );
    expect(faultsOf(many(2_000))).toEqual([]);
    expect(faultsOf(many(2_001))).toEqual([
      "item/2000: a questionnaire may hold 2000 items at most; this is one too many",
    ]);
  });

  test("a hundred thousand levels", () => {
    const nested: unknown = JSON.parse(
      `${'{"resourceType":"Questionnaire","item":['.repeat(100_000)}1${"]}".repeat(100_000)}`,
    );
    expect(faultsOf(nested)).toEqual([": this goes more than 64 levels deep"]);
  });
});
