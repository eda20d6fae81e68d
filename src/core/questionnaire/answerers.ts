import type { PersonId } from "../schema/ids";
import type { Person } from "../schema/person";
import type { QuestionnaireStructure } from "../schema/questionnaire";

/** Who may answer a questionnaire: the child alone, whoever leads the visit alone, or anyone; in the order given. */
export const answerersOf = (
  { use }: QuestionnaireStructure,
  people: readonly Person[],
  { childId, practitionerId }: { readonly childId: PersonId; readonly practitionerId: PersonId },
): readonly Person[] => {
  switch (use.answeredBy) {
    case "child":
      return people.filter(({ id }) => id === childId);
    case "practitioner":
      return people.filter(({ id }) => id === practitionerId);
    case "anyone":
      return people;
  }
};
