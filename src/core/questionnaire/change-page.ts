import { err, ok, type Result } from "../result";
import type { Id, PersonId, Slug } from "../schema/ids";
import type { InstrumentRef } from "../schema/instrument";
import { type PageAnswer, PageSection, type PageSections } from "../schema/page";
import type { QuestionnaireStructure } from "../schema/questionnaire";
import { type AnswerFault, answerFault } from "./answer-fits";
import { type AnswerKey, pageSectionId, partsOfKey } from "./answer-key";
import { placedItems } from "./placed-items";

/** Whose page it is, and of which questionnaire, version and words. */
export interface PageAt {
  readonly instrument: InstrumentRef;
  readonly pageId: Slug;
  readonly personId: PersonId;
}

/** One person's page, or an empty one that nobody has written on yet. */
export const pageIn = (sections: PageSections, { instrument, pageId, personId }: PageAt): PageSection =>
  sections[pageSectionId(instrument.id, pageId, personId)] ?? PageSection.parse({ instrument });

/** The sections with one page replaced; every other section is the very same object. */
export const withPage = <S extends PageSections>(
  sections: S,
  { instrument, pageId, personId }: PageAt,
  page: PageSection,
): S => ({
  ...sections,
  [pageSectionId(instrument.id, pageId, personId)]: page,
});

/**
 * Puts an answer to an item on a page; what was skipped is skipped no longer.
 *
 * Errors  `NoSuchItem`: nothing is asked there on this page. Otherwise why the answer is none to this item.
 */
export const answerItem = (
  page: PageSection,
  { structure, pageId, key }: ItemAt,
  answer: PageAnswer,
): Result<PageSection, CannotAnswer> => {
  const { itemId, instanceId } = partsOfKey(key);
  const placed = placedItems(structure).get(itemId);
  const isRound = placed?.repeating !== undefined;
  if (placed?.pageId !== pageId || isRound !== (instanceId !== undefined)) return err({ type: "NoSuchItem" });
  const { item } = placed;
  if (item.kind === "group" || item.kind === "note") return err({ type: "NoSuchItem" });
  const fault = answerFault(item, answer);
  if (fault !== undefined) return err(fault);
  return ok({ ...unskipped(page, key), answers: { ...page.answers, [key]: answer } });
};

export interface ItemAt {
  readonly structure: QuestionnaireStructure;
  readonly pageId: Slug;
  readonly key: AnswerKey;
}

export type CannotAnswer = { readonly type: "NoSuchItem" } | AnswerFault;

/** The right to pass: an answer, and a finished one. */
export const passItem = (page: PageSection, at: ItemAt): Result<PageSection, CannotAnswer> =>
  answerItem(page, at, { kind: "passed" });

/** Takes an answer away again, so that the item was not asked; a skip goes with it. */
export const clearItem = (page: PageSection, key: AnswerKey): PageSection => ({
  ...unskipped(page, key),
  answers: Object.fromEntries(Object.entries(page.answers).filter(([each]) => each !== key)),
});

/** Leaves an item for later. What was answered stays answered. */
export const skipItem = (page: PageSection, key: AnswerKey): PageSection =>
  page.skipped.includes(key) ? page : { ...page, skipped: [...page.skipped, key] };

const unskipped = (page: PageSection, key: AnswerKey): PageSection => ({
  ...page,
  skipped: page.skipped.filter((each) => each !== key),
});

/**
 * Adds another round to a group that repeats.
 *
 * Errors  `NoSuchGroup`: no group on this page is added to. `Full` with how many there may be.
 */
export const addRound = (
  page: PageSection,
  { structure, pageId, groupId }: GroupAt,
  roundId: Id,
): Result<PageSection, CannotAdd> => {
  const placed = placedItems(structure).get(groupId);
  const repeat = placed?.item.kind === "group" ? placed.item.repeat : undefined;
  if (placed?.pageId !== pageId || repeat?.each !== "added") return err({ type: "NoSuchGroup" });
  const before = page.added[groupId] ?? [];
  if (before.length >= repeat.most) return err({ type: "Full", most: repeat.most });
  return ok({ ...page, added: { ...page.added, [groupId]: [...before, roundId] } });
};

export interface GroupAt {
  readonly structure: QuestionnaireStructure;
  readonly pageId: Slug;
  readonly groupId: Slug;
}

export type CannotAdd = { readonly type: "NoSuchGroup" } | { readonly type: "Full"; readonly most: number };

/** Takes a round away; its answers are kept and count no more, so that putting it back brings them back. */
export const removeRound = (page: PageSection, groupId: Slug, roundId: Id): PageSection => ({
  ...page,
  added: { ...page.added, [groupId]: (page.added[groupId] ?? []).filter((id) => id !== roundId) },
});
