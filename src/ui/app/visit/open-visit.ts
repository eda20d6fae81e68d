import { createContext, use, useMemo } from "react";
import type { CaseBody } from "#core/schema/case";
import type { Delivery } from "#core/schema/delivery";
import type { Id, PersonId } from "#core/schema/ids";
import type { Instrument } from "#core/schema/instrument";
import type { Person } from "#core/schema/person";
import type { ProfileSections } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { useServices } from "../services";
import { useVisitPart, type VisitStore } from "./visit-store";

/**
 * The visit or the finished profile on the screen, and what its pages need around it.
 *
 * Shape  a finished profile has `finished: true` and a store that no page changes; `before` is the profile before it.
 */
export interface OpenVisit {
  readonly finished: boolean;
  /** Where the profile is: on this device only until it is finished. */
  readonly delivery: Delivery;
  readonly store: VisitStore;
  readonly caseId: Id;
  readonly caseRevId: Id;
  readonly caseBody: CaseBody;
  readonly people: readonly Person[];
  readonly child: Person;
  /** On the day of the conversation. */
  readonly ageYears: number;
  readonly instrument: Instrument;
  readonly strandIds: readonly string[];
  readonly before?: ProfileSections;
}

export const OpenVisitContext = createContext<OpenVisit | null>(null);

export const useOpenVisit = (): OpenVisit => {
  const visit = use(OpenVisitContext);
  if (visit === null) throw new Error("a page of a visit was shown outside a visit");
  return visit;
};

/** Reads one part of the open visit; `select` must give the same reference while that part is unchanged. */
export const useVisit = <T>(select: (visit: Visit) => T): T => useVisitPart(useOpenVisit().store, select);

const NOBODY: readonly PersonId[] = [];

/** Who is in the room: the readers of a shared screen. What is hidden from one of them is not shown. */
export const usePresentIds = (): readonly PersonId[] =>
  useVisit((visit) => visit.profile.sections.here?.presentIds ?? NOBODY);

/**
 * Whose eyes a screen is for: everyone in the room; and of a finished profile, which may be opened beside anybody,
 * everyone on the record but the practitioner.
 */
export const useReaderIds = (): readonly PersonId[] => {
  const { finished, people } = useOpenVisit();
  const { practitioner } = useServices();
  const presentIds = usePresentIds();
  return useMemo(
    () => (finished ? people.map(({ id }) => id).filter((id) => id !== practitioner.id) : presentIds),
    [finished, people, practitioner.id, presentIds],
  );
};

export const usePerson = (personId: PersonId): Person | undefined =>
  useOpenVisit().people.find((person) => person.id === personId);

/** The address of a page of this visit: `start`, `strands`, `strands/energy`, `picture`, `plan`. */
export const useVisitPath = (): ((page: string) => string) => {
  const profileId = useVisit((visit) => visit.profileId);
  return (page) => `/profiles/${profileId}/${page}`;
};
