import type { PersonId } from "#core/schema/ids";
import { type Person, shownName } from "#core/schema/person";
import { initialsById } from "#core/visit/shown-initials";

/** Kind, letters and name of everyone around a child, for charts and lists. Whoever is not on the record has no name. */
export const chartPeople = (people: readonly Person[]) => {
  const initials = initialsById(people);
  const personOf = (personId: PersonId) => people.find((person) => person.id === personId);
  return {
    kindOf: (personId: PersonId) => personOf(personId)?.kind ?? "family",
    initialsOf: (personId: PersonId) => initials.get(personId) ?? "",
    nameOf: (personId: PersonId) => {
      const person = personOf(personId);
      return person === undefined ? "" : shownName(person);
    },
  };
};
export type ChartPeopleAround = ReturnType<typeof chartPeople>;
