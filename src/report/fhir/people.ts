import type { Patient, Practitioner, Reference, RelatedPerson } from "fhir/r4";
import type { PersonId } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import { codeSystem, type FhirFrom, nameOf } from "./fhir-from";

/**
 * The child, and everybody whom the reader knows of.
 *
 * Missing  a name says what somebody wrote: nothing is taken apart into first and last.
 */
export const peopleIn = ({ view, file }: FhirFrom): readonly (Patient | Practitioner | RelatedPerson)[] => [
  patient(view.child, file.caseBody.sections.child),
  ...around(view.people, file.madeBy)
    .filter(({ id }) => id !== view.child.id)
    .map((person) => (isAtWork(person) ? practitioner(person) : related(person, view.child.id))),
];

/** Whoever made the file is in it, also where the record does not name them. */
const around = (people: readonly Person[], madeBy: Person): readonly Person[] =>
  people.some(({ id }) => id === madeBy.id) ? people : [...people, madeBy];

const isAtWork = ({ kind }: Person): boolean => kind === "practitioner" || kind === "setting";

const patient = (child: Person, about: FhirFrom["file"]["caseBody"]["sections"]["child"]): Patient => ({
  resourceType: "Patient",
  id: child.id,
  name: namesOf(child),
  birthDate: about.bornOn,
  ...spoken(languagesOf(about.languages)),
});

const spoken = (languages: readonly string[]): Pick<Patient, "communication"> =>
  languages.length === 0 ? {} : { communication: languages.map((text) => ({ language: { text } })) };

const languagesOf = ({ spoken, read, signed }: { spoken: string; read: string; signed: string }): readonly string[] => [
  ...new Set([spoken, read, signed].map((words) => words.trim()).filter((words) => words !== "")),
];

const practitioner = (person: Person): Practitioner => ({
  resourceType: "Practitioner",
  id: person.id,
  name: namesOf(person),
  ...(person.role === "" ? {} : { qualification: [{ code: { text: person.role } }] }),
});

const related = (person: Person, childId: PersonId): RelatedPerson => ({
  resourceType: "RelatedPerson",
  id: person.id,
  patient: { reference: nameOf("person", childId) },
  ...(person.role === "" ? {} : { relationship: [{ text: person.role }] }),
  name: namesOf(person),
});

const namesOf = ({ name, childCalls }: Person) => [
  { use: "usual" as const, text: name },
  ...(childCalls.trim() === "" ? [] : [{ use: "nickname" as const, text: childCalls }]),
];

/** Somebody by name; nothing at all for somebody whom the reader may not know of. */
export const referenceTo = ({ view, file }: FhirFrom, personId: PersonId): Reference | undefined => {
  const person = around(view.people, file.madeBy).find(({ id }) => id === personId);
  return person === undefined ? undefined : { reference: nameOf("person", person.id), display: person.name };
};

export const subjectOf = ({ view }: FhirFrom): Reference => ({ reference: nameOf("person", view.child.id) });

/** How a made-up family is marked on everything that is sent. */
export const metaOf = ({ file }: FhirFrom) =>
  file.practice
    ? {
        meta: {
          security: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActReason", code: "HTEST" }],
          tag: [{ system: codeSystem("tag"), code: "practice", display: "A made-up family" }],
        },
      }
    : {};
