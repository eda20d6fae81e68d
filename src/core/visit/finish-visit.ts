import { err, ok, type Result } from "../result";
import { agreementState } from "../flow/agreement";
import { notAvailableOf, type PlanFault, planFaults } from "../plan/actions";
import { peopleOf, type CaseBody } from "../schema/case";
import { ageInYears, type PlainDate } from "../schema/plain-date";
import type { PlanBody } from "../schema/plan";
import type { Finish, ProfileBody } from "../schema/profile";
import type { Visit } from "../schema/visit";
import { emptyAgreement, withPlan, withSection } from "./change-section";

/** What a finished visit leaves: the first revision of a profile and of its plan. */
export interface FinishedVisit {
  readonly profile: ProfileBody;
  readonly plan: PlanBody;
}

export interface FinishWhen {
  readonly today: PlainDate;
  readonly nowMs: number;
  readonly caseBody: CaseBody;
}

/**
 * Finishes a visit; from then on its profile is immutable.
 *
 * Missing a line for something not available in which nothing was written is left out: it would be counted.
 * Errors  `NotReadyToFinish` with every reason at once: no agreement, a plan outside its limits, a different view
 *         without words. The visit is unchanged.
 */
export const finishVisit = (
  visit: Visit,
  outcome: Finish["outcome"],
  when: FinishWhen,
): Result<FinishedVisit, NotReadyToFinish> => {
  const age = ageInYears(when.caseBody.sections.child.bornOn, when.today);
  const agreed = agreementState(age, visit.profile.sections.agreement ?? emptyAgreement).kind === "agreed";
  const views = outcome.kind === "seen-differently" ? outcome.views : undefined;
  const reasons: FinishFault[] = [
    ...(agreed ? [] : [{ type: "NotAgreed" } as const]),
    ...planFaults(visit.plan.sections, peopleOf(when.caseBody)),
    ...(views?.length === 0 || views?.some((view) => view.words.trim() === "") === true
      ? [{ type: "DifferentViewWithoutWords" } as const]
      : []),
  ];
  if (reasons.length > 0) return err({ type: "NotReadyToFinish", reasons });
  const { profile, plan } = withSection(withoutBlankGaps(visit), "finish", {
    hiddenFrom: [],
    outcome,
    atMs: when.nowMs,
  });
  return ok({ profile, plan });
};

const withoutBlankGaps = (visit: Visit): Visit => {
  const blank = notAvailableOf(visit.plan.sections).filter(({ content }) => content.what.trim() === "");
  return withPlan(visit, Object.fromEntries(blank.map(({ id }) => [`not-available/${id}`, undefined])));
};

export interface NotReadyToFinish {
  readonly type: "NotReadyToFinish";
  readonly reasons: readonly FinishFault[];
}
export type FinishFault = PlanFault | { readonly type: "NotAgreed" } | { readonly type: "DifferentViewWithoutWords" };
