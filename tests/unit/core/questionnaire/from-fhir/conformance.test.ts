import { format, resolveConfig } from "prettier";
import { describe, expect, test } from "vitest";
import { type ConformanceRow, elements, itemTypes } from "#core/questionnaire/from-fhir/conformance";
import { importQuestionnaire } from "#core/questionnaire/from-fhir/import-questionnaire";

interface Sample {
  readonly resource: unknown;
  /** Where it is left out or refused; missing where everything is taken over. */
  readonly place?: string;
  readonly alsoLeftOut?: readonly string[];
  /** Something of it that is in the result. */
  readonly has?: object;
}

const of = (...item: readonly object[]) => ({
  resourceType: "Questionnaire",
  id: "sample",
  title: "Sample (made up)",
  language: "en",
  copyright: "CC0-1.0",
  item,
});
const asked = (linkId: string, type: string, more: object = {}) => ({ linkId, type, text: "Is it so?", ...more });
const first = asked("first", "boolean");
const group = (linkId: string, ...item: readonly object[]) => ({ linkId, type: "group", text: "Together", item });
const options = [{ valueCoding: { code: "yes", display: "Yes" } }, { valueCoding: { code: "no", display: "No" } }];
const extension = (tail: string, value: object) => ({
  extension: [{ url: `http://hl7.org/fhir/${tail}`, ...value }],
});
const sdc = (name: string) =>
  extension(`uv/sdc/StructureDefinition/sdc-questionnaire-${name}`, { valueExpression: { expression: "1" } });
const when = (question: string, operator: string, answer: object) => ({
  enableWhen: [{ question, operator, ...answer }],
});
const yes = { answerBoolean: true };
const without = (field: string): object =>
  Object.fromEntries(Object.entries(of(first)).filter(([key]) => key !== field));

const typeSamples: Readonly<Record<keyof typeof itemTypes, Sample>> = {
  group: { resource: of(group("g", first)), has: { pages: [{ id: "g" }] } },
  display: { resource: of(asked("a", "display")), has: { pages: [{ items: [{ kind: "note" }] }] } },
  choice: {
    resource: of(asked("a", "choice", { answerOption: options })),
    has: { pages: [{ items: [{ kind: "choice", choices: [{ id: "yes" }, { id: "no" }] }] }] },
  },
  "open-choice": {
    resource: of(asked("a", "open-choice", { answerOption: options })),
    has: { pages: [{ items: [{ kind: "open-choice" }] }] },
  },
  boolean: { resource: of(first), has: { pages: [{ items: [{ kind: "boolean" }] }] } },
  integer: { resource: of(asked("a", "integer")), has: { pages: [{ items: [{ kind: "integer" }] }] } },
  date: { resource: of(asked("a", "date")), has: { pages: [{ items: [{ kind: "date" }] }] } },
  string: { resource: of(asked("a", "string")), has: { pages: [{ items: [{ kind: "text" }] }] } },
  text: { resource: of(asked("a", "text")), has: { pages: [{ items: [{ kind: "text" }] }] } },
  ...(Object.fromEntries(
    ["decimal", "dateTime", "time", "url", "attachment", "reference", "quantity", "question"].map((type) => [
      type,
      { resource: of(first, asked("a", type, { item: [asked("b", "boolean")] })), place: "item/1/type" },
    ]),
  ) as Record<"decimal" | "dateTime" | "time" | "url" | "attachment" | "reference" | "quantity" | "question", Sample>),
};

const elementSamples: Readonly<Record<keyof typeof elements, Sample>> = {
  copyright: { resource: of(first), has: { licence: "CC0-1.0" } },
  "no copyright and no --licence": { resource: without("copyright"), place: "copyright" },
  "id, name or url": { resource: { ...without("id"), url: "http://example.org/Sample|1" }, has: { id: "sample" } },
  "none of id, name and url": { resource: without("id"), place: "id" },
  title: { resource: { ...without("title"), name: "Sample" }, has: { title: "Sample" } },
  language: { resource: { ...of(first), language: "cy" }, has: { language: "cy" } },
  "no language": { resource: without("language"), place: "language", has: { language: "en" } },
  "status retired": { resource: { ...of(first), status: "retired" }, place: "status" },
  "version, url, publisher and other metadata": {
    resource: { ...of(first), version: "1", url: "http://example.org", publisher: "Nobody", date: "2026", code: [] },
  },
  implicitRules: { resource: { ...of(first), implicitRules: "http://example.org" }, place: "implicitRules" },
  "modifierExtension, anywhere": {
    resource: of(first, asked("a", "choice", { answerOption: [{ ...options[0], modifierExtension: [{ url: "x" }] }] })),
    place: "item/1/answerOption/0/modifierExtension",
  },
  contained: { resource: { ...of(first), contained: [{}] }, place: "contained" },
  "item.linkId": {
    resource: of(asked("/Group 1/Größe.2", "boolean")),
    has: { pages: [{ items: [{ id: "group-1-grosse.2" }] }] },
  },
  "item.linkId given twice": { resource: of(first, group("g", first)), place: "item/1/item/0/linkId" },
  "item.linkId, id or name like a path": { resource: { ...of(first), id: "../x" }, place: "id" },
  "item.text": {
    resource: of(asked("a", "boolean", { text: "a".repeat(600) })),
    has: { items: { a: { text: "a".repeat(600) } } },
  },
  "item without text": { resource: of({ linkId: "a", type: "boolean" }), place: "item/0/text" },
  "group without text": {
    resource: of(group("g", { linkId: "h", type: "group", item: [asked("a", "boolean")] }, first)),
    has: { pages: [{ items: [{ id: "a" }, { id: "first" }] }] },
  },
  "group without text that repeats": {
    resource: of({ linkId: "g", type: "group", repeats: true, item: [first] }),
    place: "item/0/text",
  },
  "item.prefix": { resource: of(asked("a", "boolean", { prefix: "1a" })), has: { items: { a: { prefix: "1a" } } } },
  "item.required": {
    resource: of(asked("a", "boolean", { required: true })),
    has: { pages: [{ items: [{ required: true }] }] },
  },
  "item.required on a group": { resource: of({ ...group("g", first), required: true }), place: "item/0/required" },
  "item.repeats on a group": {
    resource: of({ ...group("g", first), repeats: true }),
    has: { pages: [{ items: [{ kind: "group", repeat: { each: "added", most: 20 } }] }] },
  },
  "item.repeats on a choice": {
    resource: of(asked("a", "choice", { answerOption: options, repeats: true })),
    has: { pages: [{ items: [{ kind: "choices" }] }] },
  },
  "item.repeats on any other": { resource: of(asked("a", "integer", { repeats: true })), place: "item/0/repeats" },
  "item.repeats inside a group that repeats": {
    resource: of({ ...group("g", { ...group("h", first), repeats: true }), repeats: true }),
    place: "item/0/item/0/repeats",
  },
  "item.item below a question": {
    resource: of(first, asked("a", "boolean", { ...when("first", "=", yes), item: [asked("b", "text")] })),
    has: {
      pages: [{ items: [{ id: "first" }, { id: "a" }, { id: "b", showWhen: { test: "equals", item: "first" } }] }],
    },
  },
  "item.readOnly": { resource: of(first, asked("a", "integer", { readOnly: true })), place: "item/1/readOnly" },
  "item.initial, initialSelected": {
    resource: of(asked("a", "boolean", { initial: [{ valueBoolean: true }] })),
    place: "item/0/initial",
  },
  "item.maxLength": { resource: of(asked("a", "text", { maxLength: 5 })), place: "item/0/maxLength" },
  "item.answerOption.valueCoding": {
    resource: of(asked("a", "choice", { answerOption: options })),
    has: { items: { a: { choices: { yes: "Yes", no: "No" } } } },
  },
  "item.answerOption.valueString": {
    resource: of(asked("a", "choice", { answerOption: [{ valueString: "Now and then" }] })),
    has: { items: { a: { choices: { "now-and-then": "Now and then" } } } },
  },
  "item.answerOption.valueInteger": {
    resource: of(asked("a", "choice", { answerOption: [{ valueInteger: -2 }] })),
    has: { items: { a: { choices: { "minus-2": "-2" } } } },
  },
  "other item.answerOption values": {
    resource: of(asked("a", "choice", { answerOption: [...options, { valueDate: "2026-01-01" }] })),
    place: "item/0/answerOption/2",
  },
  "item.answerOption on a type that is no choice": {
    resource: of(asked("a", "integer", { answerOption: [{ valueInteger: 1 }] })),
    place: "item/0/answerOption",
  },
  "item.answerValueSet": {
    resource: of(first, asked("a", "choice", { answerValueSet: "http://example.org" })),
    place: "item/1/answerValueSet",
  },
  "choice without answers": { resource: of(asked("a", "choice")), place: "item/0" },
  "ordinalValue, itemWeight": {
    resource: of(
      asked("a", "choice", {
        answerOption: [{ ...options[0], ...extension("StructureDefinition/ordinalValue", { valueDecimal: 3 }) }],
      }),
    ),
    has: { pages: [{ items: [{ choices: [{ id: "yes", points: 3 }] }] }] },
  },
  "item.enableWhen exists, =, !=, >, <, >=, <=": {
    resource: of(
      asked("n", "integer"),
      ...["=", "!=", ">", "<", ">=", "<="].map((operator, at) =>
        asked(`a${at}`, "text", when("n", operator, { answerInteger: 1 })),
      ),
      asked("a6", "text", when("n", "exists", yes)),
    ),
    has: {
      pages: [
        {
          items: [
            {},
            { showWhen: { test: "equals", value: 1 } },
            { showWhen: { test: "not", of: { test: "equals" } } },
            { showWhen: { test: "greater", value: 1 } },
            { showWhen: { test: "less", value: 1 } },
            { showWhen: { test: "any", of: [{ test: "greater" }, { test: "equals" }] } },
            { showWhen: { test: "any", of: [{ test: "less" }, { test: "equals" }] } },
            { showWhen: { test: "answered", item: "n" } },
          ],
        },
      ],
    },
  },
  "item.enableBehavior": {
    resource: of(
      first,
      asked("second", "boolean"),
      asked("a", "text", {
        enableBehavior: "any",
        enableWhen: ["first", "second"].map((question) => ({ question, operator: "=", ...yes })),
      }),
    ),
    has: { pages: [{ items: [{}, {}, { showWhen: { test: "any" } }] }] },
  },
  "several enableWhen without enableBehavior": {
    resource: of(
      first,
      asked("a", "text", {
        enableWhen: [yes, { answerBoolean: false }].map((answer) => ({ question: "first", operator: "=", ...answer })),
      }),
    ),
    place: "item/1/enableBehavior",
  },
  "item.enableWhen on words": {
    resource: of(asked("t", "text"), asked("a", "text", when("t", "=", { answerString: "so" }))),
    place: "item/1/enableWhen/0",
    has: { pages: [{ items: [{}, { id: "a" }] }] },
  },
  "item.enableWhen on an item that was left out": {
    resource: of(asked("t", "time"), asked("a", "text", when("t", "exists", yes))),
    place: "item/1/enableWhen/0",
    alsoLeftOut: ["item/0/type"],
    has: { pages: [{ items: [{ id: "a" }] }] },
  },
  "item.enableWhen on a repeating group, from outside": {
    resource: of({ ...group("g", first), repeats: true }, asked("a", "text", when("first", "=", yes))),
    place: "item/1/enableWhen/0",
    has: { pages: [{ items: [{}, { id: "a" }] }] },
  },
  "item.enableWhen on nothing, itself, a later item or in a circle": {
    resource: of(asked("a", "text", when("first", "=", yes)), first),
    place: "item/0/enableWhen/0",
  },
  hidden: {
    resource: of(
      first,
      asked("a", "text", extension("StructureDefinition/questionnaire-hidden", { valueBoolean: true })),
    ),
    place: "item/1",
  },
  calculatedExpression: { resource: of(first, asked("a", "integer", sdc("calculatedExpression"))), place: "item/1" },
  enableWhenExpression: {
    resource: of(first, asked("a", "integer", sdc("enableWhenExpression"))),
    place: "item/1",
    has: { pages: [{ items: [{}, { id: "a" }] }] },
  },
  "other extensions": { resource: of(asked("a", "text", sdc("variable"))), place: "item/0/extension/0" },
  "other languages (_text)": { resource: of(asked("a", "text", { _text: {} })), place: "item/0/text" },
};

const rows: readonly (readonly [string, ConformanceRow, Sample])[] = [
  ...Object.entries(itemTypes).map(
    ([type, row]) => [`type ${type}`, row, typeSamples[type as keyof typeof itemTypes]] as const,
  ),
  ...Object.entries(elements).map(([name, row]) => [name, row, elementSamples[name as keyof typeof elements]] as const),
];

describe("the page says what the import does", () => {
  test.each(rows)("%s", (_, { support }, { resource, place, alsoLeftOut, has }) => {
    const result = importQuestionnaire(resource);
    if (support === "refused") {
      expect(result.ok ? [] : result.error.map(({ path }) => path)).toEqual([place]);
      return;
    }
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
    const { questionnaire, leftOut } = result.value;
    const places = leftOut.map(({ path }) => path).filter((each) => !(alsoLeftOut ?? []).includes(each));
    expect(places).toEqual(support === "imported" ? [] : [place]);
    if (has !== undefined)
      expect({ ...questionnaire.wording, ...questionnaire.structure, ...titleOf(has, questionnaire) }).toMatchObject(
        has,
      );
  });

  test("word for word", async () => {
    const options = { ...(await resolveConfig(import.meta.filename)), parser: "markdown" };
    await expect(await format(page(), options)).toMatchFileSnapshot(
      "../../../../../docs/conformance/fhir-questionnaire.md",
    );
  });
});

/** Pages are bones in one and words in the other; the sample says which it looks at. */
const titleOf = (has: object, { structure, wording }: { structure: object; wording: { items: object } }): object =>
  "items" in has ? { items: wording.items } : { pages: (structure as { pages: unknown }).pages };

const page = (): string => `# FHIR R4 Questionnaire: what is imported

\`npm run -s import -- <questionnaire.json> <folder> [--licence <words>]\` makes files of ours from a FHIR R4 Questionnaire; \`npm run -s validate -- <questionnaire.json>\` says beforehand what would become of it. What is left out is named with its place, and so is every reason for refusing. Nothing is guessed: where a condition cannot be asked, the item is always shown.

This page is written by the test that tries every row of it (\`tests/unit/core/questionnaire/from-fhir/conformance.test.ts\`).

## Types of item

${table("type", itemTypes)}

## Everything else

${table("part", elements)}
`;

const table = (heading: string, list: Readonly<Record<string, ConformanceRow>>): string =>
  [
    `| ${heading} | what becomes of it | how |`,
    "|---|---|---|",
    ...Object.entries(list).map(([name, { support, how }]) => `| ${name} | ${support} | ${how} |`),
  ].join("\n");
