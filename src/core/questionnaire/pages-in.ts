import type { PersonId, Slug } from "../schema/ids";
import type { InstrumentRef } from "../schema/instrument";
import type { PageSection, PageSections } from "../schema/page";

/** One person's page of a questionnaire, as a profile holds it. */
export interface PlacedPage {
  readonly questionnaireId: Slug;
  readonly pageId: Slug;
  readonly personId: PersonId;
  readonly page: PageSection;
}

/** Every page of every questionnaire among the sections of a profile. Hide first: these are the sections as given. */
export const pagesIn = (sections: PageSections): readonly PlacedPage[] =>
  Object.entries<unknown>(sections as unknown as Record<string, unknown>).flatMap(([sectionId, section]) => {
    const [kind, questionnaireId = "", pageId = "", personId = ""] = sectionId.split("/");
    return kind === "page" ? [{ questionnaireId, pageId, personId, page: section as PageSection }] : [];
  });

/** Whether somebody has answered anything on a page; who should not see it is no answer. */
export const hasAnswers = ({ answers, earlier }: PageSection): boolean =>
  Object.keys(answers).length > 0 || earlier.length > 0;

/** Who has answered anything in a questionnaire, in the order in which their pages were made. */
export const begunBy = (sections: PageSections, questionnaireId: Slug): readonly PersonId[] => [
  ...new Set(
    pagesIn(sections)
      .filter((placed) => placed.questionnaireId === questionnaireId && hasAnswers(placed.page))
      .map(({ personId }) => personId),
  ),
];

/**
 * The version and words that one person's pages of a questionnaire were begun with.
 *
 * Missing  undefined: not begun, so the newest version is the one to begin with.
 */
export const begunWith = (
  sections: PageSections,
  questionnaireId: Slug,
  personId: PersonId,
): InstrumentRef | undefined =>
  pagesIn(sections).find((placed) => placed.questionnaireId === questionnaireId && placed.personId === personId)?.page
    .instrument;

/** Whether one person's pages of a questionnaire hold something that is kept from one of these people. */
export const isKeptFrom = (
  sections: PageSections,
  questionnaireId: Slug,
  personId: PersonId,
  readerIds: readonly PersonId[],
): boolean =>
  pagesIn(sections).some(
    (placed) =>
      placed.questionnaireId === questionnaireId &&
      placed.personId === personId &&
      hasAnswers(placed.page) &&
      placed.page.hiddenFrom.some((id) => readerIds.includes(id)),
  );
