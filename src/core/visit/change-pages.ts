import { type PageAt, pageIn, withPage } from "../questionnaire/change-page";
import type { PersonId } from "../schema/ids";
import type { PageSection } from "../schema/page";
import type { Person } from "../schema/person";
import type { Visit } from "../schema/visit";

/** Changes one person's page of a questionnaire in a visit; the very same page back changes nothing. */
export const changePage = (visit: Visit, at: PageAt, step: (page: PageSection) => PageSection): Visit => {
  const before = pageIn(visit.profile.sections, at);
  const after = step(before);
  if (after === before) return visit;
  return { ...visit, profile: { ...visit.profile, sections: withPage(visit.profile.sections, at, after) } };
};

/** A page that only its writer may ever read: hidden from everyone on the record now, and from whoever comes later. */
export const forWriterAlone = (page: PageSection, people: readonly Person[], writerId: PersonId): PageSection => ({
  ...page,
  neverShared: true,
  hiddenFrom: people.map(({ id }) => id).filter((id) => id !== writerId),
});
