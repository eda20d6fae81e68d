import { z } from "zod";
import type { Id } from "#core/schema/ids";
import { ParentalResponsibility, Person, PersonName } from "#core/schema/person";
import type { Area } from "../../app/area";

export const LONGEST_CALLED = 80;

/** Somebody around the child as the form holds them. Messages are codes, put into words where they are shown. */
export const PersonForm = z.object({
  id: z.string(),
  name: PersonName,
  childCalls: z.string().trim().max(LONGEST_CALLED, { error: "text-too-long" }),
  role: z.string().min(1, { error: "role-missing" }),
  parentalResponsibility: ParentalResponsibility,
});
export type PersonValues = z.input<typeof PersonForm>;
export type TypedPerson = z.output<typeof PersonForm>;

export const emptyPerson = (id: Id): PersonValues => ({
  id,
  name: "",
  childCalls: "",
  role: "",
  parentalResponsibility: "not-known",
});

/** The person that a filled form describes: the role decides the kind of voice, and who is asked about responsibility. */
export const personFrom = ({ parentalResponsibility, ...typed }: TypedPerson, { roles }: Area): Person => {
  const kind = roles.find((role) => role.id === typed.role)?.kind ?? "family";
  return Person.parse({ ...typed, kind, ...(kind === "family" ? { parentalResponsibility } : {}) });
};
