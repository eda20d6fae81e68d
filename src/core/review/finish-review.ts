import { err, ok, type Result } from "../result";
import type { Id, PersonId } from "../schema/ids";
import { SCHEMA_VERSION } from "../schema/operation";
import type { PlanSections } from "../schema/plan";
import { ReviewBody, type ReviewFrame } from "../schema/review";
import { isAnythingSaid, type Sections } from "./said-in-review";

/** What people said while they looked at a plan again, and the plan it was said of. */
export interface SaidReview {
  readonly profileId: Id;
  readonly planId: Id;
  readonly frame: Omit<ReviewFrame, "hiddenFrom">;
  readonly sections: Sections;
  readonly plan: PlanSections;
}

/**
 * Makes a review of what was said; from then on it is immutable.
 *
 * Missing  a section in which nothing was said is left out.
 * Errors   `NothingSaid` where all of them are.
 * Laws     1. who may not see a part of the plan may not see either what was said of it
 *          2. what somebody said is never hidden from that person, but where the part of the plan is
 *          3. nothing that was said is left out or changed
 * (tests/property/finish-review.test.ts)
 */
export const finishReview = ({
  profileId,
  planId,
  frame,
  sections,
  plan,
}: SaidReview): Result<ReviewBody, NothingSaid> => {
  const said = Object.entries(sections).filter(
    ([sectionId, section]) => sectionId !== "frame" && isAnythingSaid(section),
  );
  if (said.length === 0) return err({ type: "NothingSaid" });
  const kept = said.map(([sectionId, section]) => [sectionId, keptFrom(sectionId, section as Sections, plan)] as const);
  return ok(
    ReviewBody.parse({
      schemaVersion: SCHEMA_VERSION,
      profileId,
      planId,
      sections: { frame: { ...frame, hiddenFrom: [] }, ...Object.fromEntries(kept) },
    }),
  );
};

export interface NothingSaid {
  readonly type: "NothingSaid";
}

const keptFrom = (sectionId: string, section: Sections, plan: PlanSections): Sections => {
  const [kind = "", first = "", second] = sectionId.split("/");
  const saidBy = kind === "action" ? second : first;
  const chosen = namesIn(section).filter((id) => id !== saidBy);
  const ofPlan = kind === "action" ? namesIn(plan[`action/${first}`]) : kind === "goal" ? namesIn(plan.goal) : [];
  return { ...section, hiddenFrom: [...new Set([...chosen, ...ofPlan])] };
};

const namesIn = (section: unknown): readonly PersonId[] => {
  const named = typeof section === "object" && section !== null && "hiddenFrom" in section ? section.hiddenFrom : [];
  return Array.isArray(named) ? named.filter((id): id is string => typeof id === "string") : [];
};
