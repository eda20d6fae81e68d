import type { FieldPath } from "react-hook-form";
import { CAPACITY_STEPS } from "#core/flow/agreement";
import { type StartGap, startState } from "#core/flow/start-state";
import type { PersonId } from "#core/schema/ids";
import type { Visit } from "#core/schema/visit";
import { type AroundForm, StartValues, withAgreementValues, withHereValues } from "./start-values";

/** The form's own check: what the start still needs, each at the field where it is put right. */
export const startFormFor = (visitNow: () => Visit, { ageYears, people }: AroundForm) =>
  StartValues.superRefine((values, context) => {
    const visit = withAgreementValues(withHereValues(visitNow(), values), values, ageYears);
    const state = startState(visit, { ageYears, people });
    if (state.kind !== "open") return;
    for (const gap of state.missing) {
      const path = fieldOf(gap, values, visit.profile.sections.frame.childId).split(".");
      context.addIssue({ code: "custom", path, message: gap });
    }
  });

/** Where a gap is put right, as the form names its fields. */
export const fieldOf = (gap: StartGap, { agreement }: StartValues, childId: PersonId): FieldPath<StartValues> => {
  if (gap === "who-is-here") return `here.present.${childId}`;
  if (gap !== "capacity-steps") return FIELDS[gap];
  return `agreement.capacitySteps.${CAPACITY_STEPS.find((step) => agreement.capacitySteps[step] === "") ?? "understand"}`;
};

const FIELDS = {
  "right-child": "here.rightChild",
  "interpreter-name": "here.interpreter.name",
  "interpreter-a-child": "here.interpreter.name",
  "interpreter-reason": "here.interpreter.reason",
  "privacy-limit": "agreement.privacyLimitSaid",
  understands: "agreement.understands",
  "decided-by": "agreement.decidedById",
  decision: "agreement.decision",
  words: "agreement.words",
} as const satisfies Partial<Record<StartGap, FieldPath<StartValues>>>;
