import { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { CaseBody } from "#core/schema/case";
import { Id } from "#core/schema/ids";
import { PlanBody } from "#core/schema/plan";
import { ProfileBody } from "#core/schema/profile";
import { ReviewBody } from "#core/schema/review";
import { CONFIDENTIALITY } from "../access/sharing";

const revision = { recordId: Id, opId: Id, madeAtMs: z.int() };

/**
 * The first revision of one record of a made-up family.
 *
 * Units    `madeAtMs` is milliseconds since 1970.
 * Missing  what a body leaves out is what the app writes where nobody said anything.
 */
export const PracticeRecord = z.discriminatedUnion("recordType", [
  z.strictObject({ recordType: z.literal("case"), ...revision, body: CaseBody }),
  z.strictObject({ recordType: z.literal("profile"), ...revision, body: ProfileBody }),
  z.strictObject({ recordType: z.literal("plan"), ...revision, body: PlanBody }),
  z.strictObject({ recordType: z.literal("review"), ...revision, body: ReviewBody }),
]);
export type PracticeRecord = z.infer<typeof PracticeRecord>;

/**
 * What of a family is shared with the other agency, and who of it is let at the child.
 *
 * Units    `fromMs` and `untilMs` are milliseconds since 1970.
 * Missing  without `untilMs` it goes on.
 */
export const PracticeSharing = z.strictObject({
  sharingId: Id,
  agencyId: Id,
  letAt: z.array(Id),
  kinds: z.array(z.string()).optional(),
  purpose: z.string(),
  confidentiality: z.enum(CONFIDENTIALITY),
  fromMs: z.int(),
  untilMs: z.int().optional(),
});
export type PracticeSharing = z.infer<typeof PracticeSharing>;

/**
 * A made-up family: its records in the order in which they were made, who recorded them, and who else sees them.
 *
 * Shape   `about` says in a sentence what there is to see, for whoever reads the file; nobody else does.
 * Source  practice/families/, practice/README.md
 */
export const PracticeFamily = z.strictObject({
  practice: z.literal(true),
  about: z.string().min(1),
  caseId: Id,
  recordedBy: Id,
  alsoSeenBy: z.array(Id),
  shared: z.array(PracticeSharing).default([]),
  records: z.array(PracticeRecord).min(1),
});
export type PracticeFamily = z.infer<typeof PracticeFamily>;

/**
 * Reads the made-up families by the names of their files.
 *
 * Errors  `MalformedFamilies` with every place in every file; none of them is half-accepted.
 */
export const readPracticeFamilies = (
  contentByFile: Readonly<Record<string, unknown>>,
): Result<readonly PracticeFamily[], MalformedFamilies> => {
  const read = Object.entries(contentByFile).map(
    ([file, content]) => [file, PracticeFamily.safeParse(content)] as const,
  );
  const faults = read.flatMap(([file, { error }]) =>
    (error?.issues ?? []).map(({ path, message }) => ({ file, path: path.map(String).join("/"), reason: message })),
  );
  if (faults.length > 0) return err({ type: "MalformedFamilies", faults });
  return ok(read.flatMap(([, { data }]) => (data === undefined ? [] : [data])));
};

export interface MalformedFamilies {
  readonly type: "MalformedFamilies";
  readonly faults: readonly { readonly file: string; readonly path: string; readonly reason: string }[];
}
