import type { PersonId } from "../schema/ids";
import type { Person } from "../schema/person";

/** Those in the room, then the others; each in the order of the record, where the child comes first. */
export const inRoomFirst = (people: readonly Person[], presentIds: readonly PersonId[]): readonly Person[] => [
  ...people.filter((person) => presentIds.includes(person.id)),
  ...people.filter((person) => !presentIds.includes(person.id)),
];
