/** What becomes of a part of a FHIR Questionnaire. Only `imported` leaves nothing out. */
export type Support = "imported" | "in part" | "left out" | "refused";

export interface ConformanceRow {
  readonly support: Support;
  readonly how: string;
}

/**
 * What the import does with each type of item.
 *
 * Shape  the import itself looks here: a type that is not in the list is refused.
 */
export const itemTypes = {
  group: { support: "imported", how: "a group; at the top a page, unless it repeats or has a condition" },
  display: { support: "imported", how: "a note" },
  choice: { support: "imported", how: "a choice; with `repeats`, several choices" },
  "open-choice": { support: "imported", how: "a choice that also takes own words; with `repeats`, several" },
  boolean: { support: "imported", how: "yes or no" },
  integer: { support: "imported", how: "a whole number" },
  date: { support: "imported", how: "a day; a part of a date cannot be answered" },
  string: { support: "imported", how: "words" },
  text: { support: "imported", how: "words" },
  decimal: { support: "left out", how: "the item and all below it" },
  dateTime: { support: "left out", how: "the item and all below it" },
  time: { support: "left out", how: "the item and all below it" },
  url: { support: "left out", how: "the item and all below it" },
  attachment: { support: "left out", how: "the item and all below it" },
  reference: { support: "left out", how: "the item and all below it" },
  quantity: { support: "left out", how: "the item and all below it" },
  question: { support: "left out", how: "the item and all below it" },
} as const satisfies Readonly<Record<string, ConformanceRow>>;

/**
 * What the import does with everything else.
 *
 * Source  docs/conformance/fhir-questionnaire.md is written from these two lists, and a test tries every row of them.
 */
export const elements = {
  copyright: { support: "imported", how: "becomes the licence; beside `--licence`, both are kept" },
  "no copyright and no --licence": { support: "refused", how: "nobody knows whether the words may be used" },
  "id, name or url": { support: "imported", how: "the first there is becomes the questionnaire's id" },
  "none of id, name and url": { support: "refused", how: "a questionnaire needs an id" },
  title: { support: "imported", how: "without one, the name" },
  language: { support: "imported", how: "names the file of words" },
  "no language": { support: "in part", how: "taken as English, `en`" },
  "status retired": { support: "in part", how: "imported, and said" },
  "version, url, publisher and other metadata": {
    support: "imported",
    how: "not kept: nothing that is asked or shown",
  },
  implicitRules: { support: "refused", how: "may change the meaning of everything" },
  "modifierExtension, anywhere": { support: "refused", how: "changes the meaning in a way that is not known here" },
  contained: { support: "left out", how: "value sets and libraries inside the questionnaire" },
  "item.linkId": {
    support: "imported",
    how: "becomes the item's id, in lower-case letters, digits, hyphens and full stops",
  },
  "item.linkId given twice": { support: "refused", how: "also in different branches" },
  "item.linkId, id or name like a path": { support: "refused", how: "such as `../x`" },
  "item.text": { support: "imported", how: "600 characters at most" },
  "item without text": { support: "refused", how: "there is nothing to show or to ask" },
  "group without text": { support: "imported", how: "what is in it stands where it stood" },
  "group without text that repeats": { support: "refused", how: "there is nothing to call each round" },
  "item.prefix": { support: "imported", how: "20 characters at most, else left out" },
  "item.required": { support: "imported", how: "said, and gates nothing: to pass is an answer" },
  "item.required on a group": { support: "left out", how: "what is in it may be required" },
  "item.repeats on a group": { support: "imported", how: "another can be added, 20 at most or as `maxOccurs` says" },
  "item.repeats on a choice": { support: "imported", how: "several can be chosen" },
  "item.repeats on any other": { support: "in part", how: "asked once" },
  "item.repeats inside a group that repeats": { support: "in part", how: "the inner group is asked once a round" },
  "item.item below a question": { support: "imported", how: "placed after it, under its condition" },
  "item.readOnly": { support: "left out", how: "nobody answers it: the item and all below it" },
  "item.initial, initialSelected": { support: "left out", how: "an answer is only what somebody gave" },
  "item.maxLength": { support: "left out", how: "words are never cut" },
  "item.answerOption.valueCoding": { support: "imported", how: "the display is shown; without one the code, and said" },
  "item.answerOption.valueString": { support: "imported", how: "a choice with these words" },
  "item.answerOption.valueInteger": { support: "imported", how: "a choice with this number" },
  "other item.answerOption values": { support: "left out", how: "date, time, reference" },
  "item.answerOption on a type that is no choice": { support: "left out", how: "the item is asked freely" },
  "item.answerValueSet": { support: "left out", how: "the item and all below it" },
  "choice without answers": { support: "refused", how: "there is nothing to choose from" },
  "ordinalValue, itemWeight": {
    support: "imported",
    how: "points, a whole number from 0 to 100; any other is left out",
  },
  "item.enableWhen exists, =, !=, >, <, >=, <=": { support: "imported", how: "a condition" },
  "item.enableBehavior": { support: "imported", how: "`any` or `all`" },
  "several enableWhen without enableBehavior": { support: "refused", how: "nobody knows which is meant" },
  "item.enableWhen on words": { support: "in part", how: "only `exists`; for any other the item is always shown" },
  "item.enableWhen on an item that was left out": { support: "in part", how: "the item is always shown" },
  "item.enableWhen on a repeating group, from outside": { support: "in part", how: "the item is always shown" },
  "item.enableWhen on nothing, itself, a later item or in a circle": {
    support: "refused",
    how: "it could never be reached in order",
  },
  hidden: { support: "left out", how: "the item and all below it" },
  calculatedExpression: { support: "left out", how: "the item and all below it: what is calculated is not asked" },
  enableWhenExpression: { support: "in part", how: "the item is always shown" },
  "other extensions": { support: "left out", how: "each is named" },
  "other languages (_text)": { support: "left out", how: "one language a file" },
} as const satisfies Readonly<Record<string, ConformanceRow>>;
