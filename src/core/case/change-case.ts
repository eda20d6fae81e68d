import { CaseBody, Child, type Languages, NextVisit, PersonSection } from "../schema/case";
import { SCHEMA_VERSION } from "../schema/operation";
import type { Person } from "../schema/person";
import type { PlainDate } from "../schema/plain-date";

/** A family as it is first written down. */
export interface NewCase {
  readonly child: Person;
  readonly bornOn: PlainDate;
  readonly practice: boolean;
  readonly languages: Languages;
  readonly identityProtected?: boolean;
  /** In the order in which they are shown after the child; the practitioner who writes the case is one of them. */
  readonly people: readonly Person[];
  readonly nextVisit?: NextVisit;
}

/** Makes the first body of a child's record. */
export const newCase = ({
  child,
  bornOn,
  practice,
  languages,
  identityProtected = false,
  people,
  nextVisit,
}: NewCase): CaseBody =>
  CaseBody.parse({
    schemaVersion: SCHEMA_VERSION,
    sections: {
      child: Child.parse({ childId: child.id, bornOn, practice, languages, identityProtected }),
      ...Object.fromEntries([child, ...people].map((person) => [`person/${person.id}`, { person }])),
      ...(nextVisit === undefined ? {} : { "next-visit": nextVisit }),
    },
  });

/** The body with one more person around the child, or with one of them as they are now. */
export const withPerson = (body: CaseBody, person: Person): CaseBody => {
  const id = `person/${person.id}` as const;
  const before = body.sections[id] ?? PersonSection.parse({ person });
  return { ...body, sections: { ...body.sections, [id]: { ...before, person } } };
};

/** The body with a next visit set or changed; who must not see it stays as it was. */
export const withNextVisit = (body: CaseBody, nextVisit: Omit<NextVisit, "hiddenFrom">): CaseBody => {
  const before = body.sections["next-visit"] ?? NextVisit.parse({});
  return { ...body, sections: { ...body.sections, "next-visit": { ...before, ...nextVisit } } };
};

/** The body with no next visit set. The section stays and says so. */
export const withoutNextVisit = (body: CaseBody): CaseBody =>
  withNextVisit(body, { on: "", at: "", where: "", withPersonIds: [] });

/** The body marked *identity protected*, or with the mark taken away. */
export const withIdentityProtected = (body: CaseBody, identityProtected: boolean): CaseBody => ({
  ...body,
  sections: { ...body.sections, child: { ...body.sections.child, identityProtected } },
});
