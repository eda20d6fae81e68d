import type { ReactNode } from "react";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit } from "../../app/visit/open-visit";
import { FinishedPlan } from "./finished-plan";
import { PlanDraft } from "./plan-draft";

interface PlanScreenProps {
  /** What was put right since, at the end of a finished plan. */
  readonly amendments: ReactNode;
  /** The times that the plan was looked at again. */
  readonly reviews: ReactNode;
}

/** What people will try: made together at the end of a visit, and read after it. */
export const PlanScreen = ({ amendments, reviews }: PlanScreenProps) => {
  const { finished } = useOpenVisit();
  return (
    <AgreementGate>
      {finished ? <FinishedPlan amendments={amendments} reviews={reviews} /> : <PlanDraft />}
    </AgreementGate>
  );
};
