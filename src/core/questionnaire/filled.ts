import type { Id, PersonId, Slug } from "../schema/ids";
import { type KeptAnswer, PageAnswer, type PageSection, type PageSections } from "../schema/page";
import type { Person } from "../schema/person";
import type { QuestionnaireStructure } from "../schema/questionnaire";
import { type AnswerKey, pageSectionId } from "./answer-key";
import { placedItems } from "./placed-items";

/**
 * What one person has answered so far in one questionnaire, over all its pages.
 *
 * Shape  `people` are those on the record, in the order in which they are asked about. An answer counts from the page
 *        that its item stands on.
 */
export interface Filled {
  readonly people: readonly Person[];
  readonly answers: ReadonlyMap<AnswerKey, KeptAnswer>;
  readonly skipped: ReadonlySet<AnswerKey>;
  readonly added: ReadonlyMap<Slug, readonly Id[]>;
}

/** Reads one person's pages of a questionnaire out of the sections of a profile. */
export const filledBy = (
  structure: QuestionnaireStructure,
  sections: PageSections,
  personId: PersonId,
  people: readonly Person[],
): Filled => {
  const answers = new Map<AnswerKey, KeptAnswer>();
  const skipped = new Set<AnswerKey>();
  const added = new Map<Slug, readonly Id[]>();
  const placed = placedItems(structure);
  for (const { id: pageId } of structure.pages) {
    const page: PageSection | undefined = sections[pageSectionId(structure.id, pageId, personId)];
    if (page === undefined) continue;
    const isHere = (key: AnswerKey): boolean => placed.get(key.split("@")[0] ?? "")?.pageId === pageId;
    for (const [key, answer] of Object.entries(page.answers)) if (isHere(key)) answers.set(key, answer);
    for (const key of page.skipped) if (isHere(key)) skipped.add(key);
    for (const [groupId, ids] of Object.entries(page.added)) if (isHere(groupId)) added.set(groupId, ids);
  }
  return { people, answers, skipped, added };
};

/** An answer as this version understands it; one that a newer version wrote is kept and not understood. */
export const understood = (answer: KeptAnswer | undefined): PageAnswer | undefined =>
  answer === undefined ? undefined : PageAnswer.safeParse(answer).data;
