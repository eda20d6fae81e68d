import { withCopiedFrom } from "../paper/copied-answers";
import { askAgain } from "../questionnaire/ask-again";
import { type PageAt, pageIn, withPage } from "../questionnaire/change-page";
import type { PersonId } from "../schema/ids";
import type { PageSection } from "../schema/page";
import type { FromPaper } from "../schema/paper";
import type { Person } from "../schema/person";
import type { QuestionnaireStructure } from "../schema/questionnaire";
import type { Visit } from "../schema/visit";

/** A page to change, with the questionnaire that says under which answers it is printed. */
export interface PageToChange extends PageAt {
  readonly structure: QuestionnaireStructure;
}

/**
 * Changes one person's page of a questionnaire in a visit; the very same page back changes nothing.
 *
 * Shape  with `paper` what changes is copied from that printed page, and the page says so; without, it says so no longer.
 * Laws   1. what is written after the page was cleared for printing keeps it back until somebody says so again
 * (tests/unit/core/visit/change-pages.test.ts)
 */
export const changePage = (
  visit: Visit,
  at: PageToChange,
  step: (page: PageSection) => PageSection,
  paper?: FromPaper,
): Visit => {
  const before = pageIn(visit.profile.sections, at);
  const changed = step(before);
  if (changed === before) return visit;
  const asked = at.structure.pages.find(({ id }) => id === at.pageId);
  const asksAgain = asked === undefined ? changed : askAgain(asked, before, changed);
  const after = withCopiedFrom(before, asksAgain, paper);
  return { ...visit, profile: { ...visit.profile, sections: withPage(visit.profile.sections, at, after) } };
};

/** A page that only its writer may ever read: hidden from everyone on the record now, and from whoever comes later. */
export const forWriterAlone = (page: PageSection, people: readonly Person[], writerId: PersonId): PageSection => ({
  ...page,
  neverShared: true,
  hiddenFrom: people.map(({ id }) => id).filter((id) => id !== writerId),
});
