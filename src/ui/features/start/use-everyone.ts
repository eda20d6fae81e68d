import { useMemo } from "react";
import type { Person } from "#core/schema/person";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";

/** Everyone around the child, and the one who leads the visit though not on the record yet. */
export const useEveryone = (): readonly Person[] => {
  const { people } = useOpenVisit();
  const { practitioner } = useServices();
  return useMemo(
    () => (people.some((person) => person.id === practitioner.id) ? people : [...people, practitioner]),
    [people, practitioner],
  );
};
