import { peopleOf } from "#core/schema/case";
import type { PersonId } from "#core/schema/ids";
import { type Person, shownName } from "#core/schema/person";
import { ageInYears } from "#core/schema/plain-date";
import type { PlanSections } from "#core/schema/plan";
import type { ProfileSections } from "#core/schema/profile";
import { hide, withoutHidden, withoutNeverShared } from "#core/scoring/hide";
import { type Picture, pictureFor } from "#core/scoring/picture";
import type { CopyOf } from "./copy";

/**
 * Everything that one reader may see of a profile, its plan and its people: hidden first, derived after.
 *
 * Laws  1. a copy is the same whether or not a section hidden from its reader exists
 *       (tests/unit/report/hidden.test.ts)
 */
export interface ReaderView {
  readonly sections: ProfileSections;
  readonly plan: PlanSections;
  readonly picture: Picture;
  readonly people: readonly Person[];
  readonly child: Person;
  readonly reader: Person;
  /** As the family says it; empty for somebody whom this reader may not know of. */
  readonly nameOf: (personId: PersonId) => string;
}

const NO_PLAN: PlanSections = {};

export const readerViewOf = (copy: CopyOf, reader: Person): ReaderView => {
  const readers = [reader.id];
  const { childId, bornOn } = copy.caseBody.sections.child;
  // The child and the reader are known to the reader, whatever a record says.
  const seenPeople = withoutHidden(readers, copy.caseBody.sections);
  const people = peopleOf(copy.caseBody).filter(
    ({ id }) => id === childId || id === reader.id || seenPeople[`person/${id}`] !== undefined,
  );
  const known = new Map(people.map((person) => [person.id, person]));
  const child = known.get(childId);
  if (child === undefined) throw new Error("a case without its child was let in");
  const sections = ofKnownPeople(hide(readers, withoutNeverShared(copy.profile.sections)), known);
  return {
    sections,
    plan: copy.plan === undefined ? NO_PLAN : withoutHidden(readers, copy.plan.sections),
    picture: pictureFor(readers, sections, {
      strandIds: copy.instrument.structure.strands.map(({ id }) => id),
      youngPersonId: childId,
      ageYears: ageInYears(bornOn, copy.dayOf(sections.frame.startedAtMs)),
    }),
    people,
    child,
    reader,
    nameOf: (personId) => {
      const person = known.get(personId);
      return person === undefined ? "" : shownName(person);
    },
  };
};

/** What a person said goes with the person: somebody hidden from the reader has not spoken, for this reader. */
const ofKnownPeople = (sections: ProfileSections, known: ReadonlyMap<string, Person>): ProfileSections =>
  Object.fromEntries(
    Object.entries(sections).filter(([sectionId]) => {
      const [kind, ...rest] = sectionId.split("/");
      return (kind !== "voice" && kind !== "loves") || known.has(rest.at(-1) ?? "");
    }),
  ) as unknown as ProfileSections;
