import { z } from "zod";
import { Id } from "./ids";
import { Section, sectionsBy, Words } from "./section";

/** What a person may say of two records: one child, two children, or that what was said is taken back. */
export const Verdict = z.enum(["one", "two", "taken-back"]);
export type Verdict = z.infer<typeof Verdict>;

/**
 * What one person said of two children's records.
 *
 * Shape    `verdict` is one of `Verdict` or what a newer version calls it. The record that it lies in is of the case that
 *          leads; `otherCaseId` is the other. `replaces` are the earlier decisions that this person had before them.
 * Units    `atMs` is milliseconds since 1970, as the device believed.
 */
export const Decision = Section.extend({
  verdict: Verdict.or(z.string().max(60)),
  otherCaseId: Id,
  replaces: z.array(Id).max(100).default([]),
  byId: Id,
  byName: Words,
  atMs: z.int(),
  practice: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;

export interface SameChildSections {
  readonly decision: Decision;
}

/**
 * One decision about two children's records. It is begun once and never changed: whoever thinks otherwise adds another.
 *
 * Errors  a body without `decision` is not one.
 */
export const SameChildBody = z.looseObject({
  schemaVersion: z.int().min(1),
  sections: sectionsBy((sectionId) => (sectionId === "decision" ? Decision : undefined)).transform(
    (sections, context) => {
      if (sections["decision"] === undefined) {
        context.addIssue({ code: "custom", path: ["decision"], message: "the decision is missing", input: undefined });
      }
      return sections as unknown as SameChildSections;
    },
  ),
});
export type SameChildBody = z.infer<typeof SameChildBody>;
