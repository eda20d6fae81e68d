import { isAnythingSaid } from "#core/review/said-in-review";
import type { PersonId } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useReviewPart } from "./review-store";

/** Who may be asked: those who are here; everyone around the child until that is said; and who has said something. */
export const useWhoSays = (sectionIdOf: (personId: PersonId) => string): readonly Person[] => {
  const { practitioner } = useServices();
  const { people } = useOpenVisit();
  // As one word, so that typing draws nothing again until somebody else has said something.
  const askedIds = useReviewPart(({ presentIds, sections }) =>
    people
      .map(({ id }) => id)
      .filter(
        (id) =>
          (presentIds.length === 0 ? id !== practitioner.id : presentIds.includes(id)) ||
          isAnythingSaid(sections[sectionIdOf(id)]),
      )
      .join(" "),
  ).split(" ");
  return people.filter(({ id }) => askedIds.includes(id));
};
