import { err, ok, type Result } from "../result";
import type { Id } from "../schema/ids";
import type { SectionsOfVersion } from "./compare-versions";
import { type ChoicesByKey, mergeVersions } from "./merge-versions";
import type { RecordHead, Revision } from "./overlay";
import { bodySchemas } from "./record-body";

/** The types of record that can stand in two versions; a private record is only ever added to. */
export const MERGEABLE = ["case", "profile", "plan", "review"] as const;
export type MergeableType = (typeof MERGEABLE)[number];

/** One version of a record, read. */
export interface ReadVersion {
  readonly revId: Id;
  readonly body: Readonly<Record<string, unknown>> & { readonly sections: SectionsOfVersion };
}

/** A record that stands in two versions. Of more than two, the first two are brought together before the next. */
export interface TwoVersions {
  readonly recordType: MergeableType;
  readonly recordId: Id;
  readonly caseId: Id;
  readonly one: ReadVersion;
  readonly other: ReadVersion;
}

/**
 * Reads the two versions of a record that are to be brought together.
 *
 * Errors  `Unreadable` where this build cannot read one of them: nothing is brought together half seen.
 *         `NotMergeable` for a record that has one version, or that no person merges.
 */
export const readTwoVersions = ({ head, otherHeads }: RecordHead): Result<TwoVersions, CannotRead> => {
  const recordType = MERGEABLE.find((each) => each === head.recordType);
  const [second] = otherHeads;
  if (recordType === undefined || second === undefined) return err({ type: "NotMergeable" });
  const [one, other] = [readVersion(recordType, head), readVersion(recordType, second)];
  if (one === undefined || other === undefined) return err({ type: "UnreadableVersion" });
  return ok({ recordType, recordId: head.recordId, caseId: head.caseId, one, other });
};

export interface CannotRead {
  readonly type: "NotMergeable" | "UnreadableVersion";
}

/**
 * The body that two versions become as a person chose.
 *
 * Errors  `Undecided` while something is not chosen; `NotAccepted` where what was chosen is not a record together, such
 *         as a name without a letter.
 */
export const mergedBody = (
  { recordType, one, other }: TwoVersions,
  choices: ChoicesByKey,
): Result<object, { readonly type: "Undecided" | "NotAccepted" }> => {
  const sections = mergeVersions(one.body.sections, other.body.sections, choices);
  if (!sections.ok) return err({ type: "Undecided" });
  const read = bodySchemas[recordType].safeParse({ ...one.body, sections: sections.value });
  return read.success ? ok(read.data as object) : err({ type: "NotAccepted" });
};

const readVersion = (recordType: MergeableType, { revId, body }: Revision): ReadVersion | undefined => {
  const read = bodySchemas[recordType].safeParse(jsonIn(body));
  return read.success ? { revId, body: read.data as ReadVersion["body"] } : undefined;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // no schema takes it
  }
};
