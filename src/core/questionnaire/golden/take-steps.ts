import { err, ok, type Result } from "../../result";
import { type GivenValue, PageSection, type PageAnswer, type PageSections } from "../../schema/page";
import { type Item, type QuestionnaireStructure } from "../../schema/questionnaire";
import { pageSectionId, partsOfKey } from "../answer-key";
import { addRound, answerItem, clearItem, passItem, removeRound, skipItem } from "../change-page";
import { placedItems } from "../placed-items";
import type { Step } from "./golden-page-case";

/** Whoever answers; the cases say nothing of them. */
export const ANSWERED_BY = "answers";

/**
 * Takes the steps of a case one after the other, each with the verb that the app uses.
 *
 * Errors  the first step that cannot be taken, and why.
 */
export const takeSteps = (
  structure: QuestionnaireStructure,
  steps: readonly Step[],
): Result<PageSections, CannotStep> => {
  const placed = placedItems(structure);
  const instrument = { id: structure.id, version: structure.version, language: "en-GB" };
  let sections: PageSections = {};
  for (const [index, step] of steps.entries()) {
    const target = placed.get(partsOfKey(targetOf(step)).itemId);
    if (target === undefined) return err({ index, reason: "there is no such item on these pages" });
    const sectionId = pageSectionId(structure.id, target.pageId, ANSWERED_BY);
    const page = sections[sectionId] ?? PageSection.parse({ instrument });
    const taken = takeStep(page, { structure, pageId: target.pageId, item: target.item }, step);
    if (!taken.ok) return err({ index, reason: taken.error.type });
    sections = { ...sections, [sectionId]: taken.value };
  }
  return ok(sections);
};

export interface CannotStep {
  readonly index: number;
  readonly reason: string;
}

interface Where {
  readonly structure: QuestionnaireStructure;
  readonly pageId: string;
  readonly item: Item;
}

const targetOf = (step: Step): string => {
  if ("answer" in step) return step.answer;
  if ("pass" in step) return step.pass;
  if ("dontKnow" in step) return step.dontKnow;
  if ("skip" in step) return step.skip;
  if ("clear" in step) return step.clear;
  return "add" in step ? step.add : step.remove;
};

const takeStep = (
  page: PageSection,
  { structure, pageId, item }: Where,
  step: Step,
): Result<PageSection, { readonly type: string }> => {
  const at = { structure, pageId, key: targetOf(step) };
  if ("answer" in step) return answerItem(page, at, { kind: "answered", value: valueFor(item, step.with) });
  if ("pass" in step) return passItem(page, at);
  if ("dontKnow" in step) return answerItem(page, at, DONT_KNOW);
  if ("skip" in step) return ok(skipItem(page, step.skip));
  if ("clear" in step) return ok(clearItem(page, step.clear));
  if ("add" in step) return addRound(page, { structure, pageId, groupId: step.add }, step.round);
  return ok(removeRound(page, step.remove, step.round));
};

const DONT_KNOW: PageAnswer = { kind: "missing", why: "dont-know" };

/** What was written in short, as an answer to this kind of item; one that does not fit is found when it is given. */
const valueFor = (item: Item, said: string | number | boolean | readonly string[]): GivenValue => {
  if (typeof said === "number") return { type: "integer", value: said };
  if (typeof said === "boolean") return { type: "boolean", value: said };
  if (typeof said !== "string") return { type: "choices", choices: said.map((choice) => ({ choice })), ownWords: "" };
  if (item.kind === "date") return { type: "date", value: said };
  const isChoice = "choices" in item && item.choices.some(({ id }) => id === said);
  return isChoice || item.kind === "choice" ? { type: "choice", choice: said } : { type: "words", words: said };
};
