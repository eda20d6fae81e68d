import type { PersonId } from "../schema/ids";
import type { Person } from "../schema/person";

/** Who holds the whole for a family: the coordinator that the record names, else whoever led the profile. */
export const whoHoldsTheWhole = (people: readonly Person[], ledBy: PersonId): Person | undefined =>
  people.find(({ role }) => role === "coordinator") ?? people.find(({ id }) => id === ledBy);
