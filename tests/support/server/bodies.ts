import { createHash } from "node:crypto";
import type { Operation, RecordType } from "#core/schema/operation";
import { uuid } from "../uuid";

/** An id that no other test has. */
export const newId = (): string => crypto.randomUUID();

type Sections = Readonly<Record<string, unknown>>;

/** A case with a child in it, as text. */
export const caseBody = (practice: boolean, more: Sections = {}, childName = "Robin"): string =>
  JSON.stringify({
    schemaVersion: 1,
    sections: {
      child: { hiddenFrom: [], childId: uuid(901), bornOn: "2018-03-31", practice },
      [`person/${uuid(901)}`]: {
        hiddenFrom: [],
        person: { id: uuid(901), name: childName, kind: "child", role: "child" },
      },
      ...more,
    },
  });

/** A profile, as text. */
export const profileBody = (practice: boolean, sections: Sections = {}, outer: Sections = {}): string =>
  JSON.stringify({
    schemaVersion: 1,
    ...outer,
    sections: {
      frame: {
        hiddenFrom: [],
        instrument: { id: "nd-profile", version: 1, language: "en-GB" },
        band: "primary",
        childId: uuid(901),
        ledBy: uuid(902),
        startedAtMs: 1_000,
        practice,
      },
      ...sections,
    },
  });

/** One person's voice on a strand: a mark, and what they had seen when they made it. */
export const voice = (
  position: number,
  extra: { hiddenFrom?: string[]; seenBefore?: string[]; goesWell?: string } = {},
) => ({
  hiddenFrom: extra.hiddenFrom ?? [],
  mark: {
    kind: "placed",
    position,
    input: "tap",
    how: { kind: "self" },
    atMs: 5_000,
    enteredBy: uuid(902),
    seenBefore: extra.seenBefore ?? [],
  },
  goesWell: extra.goesWell ?? "",
});

export interface OperationToMake {
  readonly recordType: RecordType;
  readonly recordId: string;
  readonly caseId: string;
  readonly body: string;
  readonly parents?: readonly string[];
  readonly opId?: string;
}

/** An operation that says of itself what is true. */
export const anOperation = ({ parents = [], opId = newId(), ...made }: OperationToMake): Operation => ({
  opId,
  ...made,
  parents: [...parents],
  schemaVersion: Number(/"schemaVersion":(\d+)/.exec(made.body)?.[1] ?? 1),
  sha256: createHash("sha256").update(made.body).digest("hex"),
  clientTime: 1_763_800_000_000,
});

export const caseOperation = (practice: boolean, more: Partial<OperationToMake> = {}): Operation => {
  const recordId = more.recordId ?? newId();
  return anOperation({ recordType: "case", recordId, caseId: recordId, body: caseBody(practice), ...more });
};

export const profileOperation = (practice: boolean, caseId: string, more: Partial<OperationToMake> = {}): Operation =>
  anOperation({ recordType: "profile", recordId: newId(), caseId, body: profileBody(practice), ...more });

/** A review of a profile's plan, as text. */
export const reviewBody = (practice: boolean, profileId: string, sections: Sections = {}): string =>
  JSON.stringify({
    schemaVersion: 1,
    profileId,
    planId: uuid(903),
    sections: {
      frame: { hiddenFrom: [], ledBy: uuid(902), startedAtMs: 1_000, finishedAtMs: 2_000, practice, presentIds: [] },
      ...sections,
    },
  });

export const reviewOperation = (
  caseId: string,
  more: Partial<OperationToMake> & { readonly body: string },
): Operation => anOperation({ recordType: "review", recordId: newId(), caseId, ...more });

/** What somebody said of two cases, as text. */
export const sameChildBody = (practice: boolean, otherCaseId: string, of: Sections = {}): string =>
  JSON.stringify({
    schemaVersion: 1,
    sections: {
      decision: {
        hiddenFrom: [],
        verdict: "one",
        otherCaseId,
        byId: uuid(902),
        byName: "Jo Reed",
        atMs: 1_000,
        practice,
        ...of,
      },
    },
  });

export const sameChildOperation = (
  caseId: string,
  more: Partial<OperationToMake> & { readonly body: string },
): Operation => anOperation({ recordType: "same-child", recordId: newId(), caseId, ...more });

/** A safety concern, as text. */
export const concernBody = (practice: boolean, of: Sections = {}, sections: Sections = {}): string =>
  JSON.stringify({
    schemaVersion: 1,
    sections: { concern: { byId: uuid(902), byName: "Jo Reed", atMs: 1_000, practice, ...of }, ...sections },
  });

/** A private note, as text. */
export const noteBody = (practice: boolean, of: Sections = {}): string =>
  JSON.stringify({
    schemaVersion: 1,
    sections: { note: { byId: uuid(902), byName: "Jo Reed", atMs: 1_000, practice, ...of } },
  });

export const concernOperation = (
  caseId: string,
  more: Partial<OperationToMake> & { readonly body: string },
): Operation => anOperation({ recordType: "concern", recordId: newId(), caseId, ...more });
