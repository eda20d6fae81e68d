import type { Id, PersonId, Slug } from "../schema/ids";

/**
 * Where an answer is kept on a page: the item's id, and behind an `@` the instance of the group that repeats, which is a
 * person's id or one that was made when another was added. It stays the same whoever else comes or goes.
 */
export type AnswerKey = string;

export const answerKey = (itemId: Slug, instanceId?: Id): AnswerKey =>
  instanceId === undefined ? itemId : `${itemId}@${instanceId}`;

export const partsOfKey = (key: AnswerKey): { readonly itemId: Slug; readonly instanceId: Id | undefined } => {
  const at = key.indexOf("@");
  return at < 0 ? { itemId: key, instanceId: undefined } : { itemId: key.slice(0, at), instanceId: key.slice(at + 1) };
};

/** The id of the section that holds one person's answers on one page. */
export const pageSectionId = (questionnaireId: Slug, pageId: Slug, personId: PersonId) =>
  `page/${questionnaireId}/${pageId}/${personId}` as const;
