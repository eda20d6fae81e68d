import { z } from "zod";
import { withoutNeverShared } from "../scoring/hide";
import { CaseBody } from "./case";
import { Id } from "./ids";
import { Person } from "./person";
import { PlainDate } from "./plain-date";
import { PlanBody } from "./plan";
import { ProfileBody } from "./profile";

/** What a document says of the area it was made in. */
export const ExportedArea = z.looseObject({
  name: z.string().min(1),
  schoolClosures: z.array(z.looseObject({ from: PlainDate, to: PlainDate })).default([]),
});
export type ExportedArea = z.infer<typeof ExportedArea>;

/**
 * One finished profile with its plan and its people, as a file: what "Export as a file" writes and
 * `npm run report` reads.
 *
 * Shape    everything that was marked and said is here, also what is hidden from some people; where visits happen is
 *          not, because it may be confidential, and neither is whether the identity is protected nor what only its writer
 *          may ever read. `practice` says that
 *          the family is made up.
 * Missing  no `plan` where none was made.
 * Source   docs/formats.md, "A profile as a file"
 */
export const ExportFile = z.looseObject({
  format: z.literal(1),
  kind: z.literal("strandline-profile"),
  exportedAt: z.iso.datetime(),
  practice: z.boolean(),
  area: ExportedArea,
  madeBy: Person,
  caseId: Id,
  caseBody: CaseBody,
  profile: z.looseObject({ id: Id, body: ProfileBody }),
  plan: z.looseObject({ id: Id, body: PlanBody }).optional(),
});
export type ExportFile = z.infer<typeof ExportFile>;

/** Puts a finished profile into a file's shape; where the next visit is stays out, and so does what is never shared. */
export const exportFileOf = (from: ToExport): ExportFile => {
  const sections = Object.fromEntries(
    Object.entries(from.caseBody.sections).filter(([sectionId]) => sectionId !== "next-visit"),
  ) as unknown as CaseBody["sections"];
  // A file goes to whoever it is given to: that a child is adopted, or was moved to be safe, is in none.
  const child = { ...sections.child, identityProtected: false };
  const caseBody = { ...from.caseBody, sections: { ...sections, child } };
  const { body } = from.profile;
  const profile = { ...from.profile, body: { ...body, sections: withoutNeverShared(body.sections) } };
  return { format: 1, kind: "strandline-profile", ...from, caseBody, profile };
};

export interface ToExport {
  readonly exportedAt: string;
  readonly practice: boolean;
  readonly area: ExportedArea;
  readonly madeBy: Person;
  readonly caseId: Id;
  readonly caseBody: CaseBody;
  readonly profile: { readonly id: Id; readonly body: ProfileBody };
  readonly plan?: { readonly id: Id; readonly body: PlanBody };
}
