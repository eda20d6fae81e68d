import { err, ok, type Result } from "../result";
import { Amendment } from "../schema/amendment";
import type { Id, PersonId } from "../schema/ids";
import type { Person } from "../schema/person";
import type { ProfileBody, ProfileSections } from "../schema/profile";

export const amendmentSectionId = (amendmentId: Id) => `amendment/${amendmentId}` as const;

/** What somebody says is to be put right or added, as it was written down. */
export interface SaidAmendment {
  readonly what: string;
  readonly byId: PersonId;
  readonly why: string;
  readonly hiddenFrom: readonly PersonId[];
}

export interface NewAmendment extends SaidAmendment {
  readonly id: Id;
  readonly atMs: number;
}

/**
 * Adds an amendment to a finished profile.
 *
 * Shape   the one who says so may always see it, whoever else may not.
 * Errors  `NotFinished`: what is not finished is changed where it was written. `AlreadyThere`: something has this id.
 *         `NotReadyToAmend` with every reason at once.
 * Laws    1. every other section stays as it is, also one that only a newer version knows
 *         2. nothing is ever written over: neither the old words nor another amendment
 * (tests/property/amendments.test.ts)
 */
export const addAmendment = (
  body: ProfileBody,
  { id, atMs, ...said }: NewAmendment,
  people: readonly Person[],
): Result<ProfileBody, CannotAmendProfile> => {
  const sectionId = amendmentSectionId(id);
  if (body.sections.finish === undefined) return err({ type: "NotFinished" });
  if (body.sections[sectionId] !== undefined) return err({ type: "AlreadyThere" });
  const reasons = amendmentFaults(said, people);
  if (reasons.length > 0) return err({ type: "NotReadyToAmend", reasons });
  const amendment: Amendment = {
    what: said.what.trim(),
    byId: said.byId,
    why: said.why.trim(),
    atMs,
    hiddenFrom: said.hiddenFrom.filter((personId) => personId !== said.byId),
  };
  return ok({ ...body, sections: { ...body.sections, [sectionId]: amendment } });
};

export type CannotAmendProfile =
  | { readonly type: "NotFinished" }
  | { readonly type: "AlreadyThere" }
  | { readonly type: "NotReadyToAmend"; readonly reasons: readonly AmendmentFault[] };

/**
 * What is still missing before something can be put right: what, who says so, why.
 *
 * Missing  white space alone is no words; somebody who is not on the record says nothing.
 */
export const amendmentFaults = (
  { what, byId, why }: Pick<SaidAmendment, "what" | "byId" | "why">,
  people: readonly Person[],
): readonly AmendmentFault[] => [
  ...(what.trim() === "" ? [{ type: "WhatMissing" } as const] : []),
  ...(people.some(({ id }) => id === byId) ? [] : [{ type: "WhoMissing" } as const]),
  ...(why.trim() === "" ? [{ type: "WhyMissing" } as const] : []),
];

export interface AmendmentFault {
  readonly type: "WhatMissing" | "WhoMissing" | "WhyMissing";
}

/** An amendment with the id under which it is kept; without its content where this version cannot read it. */
export interface KeptAmendment {
  readonly id: string;
  readonly content: Amendment | undefined;
}

/** The amendments of a profile in the order of time; those that this version cannot read come last. */
export const amendmentsOf = (sections: ProfileSections): readonly KeptAmendment[] =>
  Object.entries(sections as unknown as Record<string, unknown>)
    .filter(([sectionId]) => sectionId.startsWith(PREFIX))
    .map(([sectionId, section]) => ({ id: sectionId.slice(PREFIX.length), content: Amendment.safeParse(section).data }))
    .sort((one, other) => atMsOf(one) - atMsOf(other) || (one.id < other.id ? -1 : 1));

const PREFIX = "amendment/";

const atMsOf = ({ content }: KeptAmendment): number => content?.atMs ?? Number.MAX_SAFE_INTEGER;
