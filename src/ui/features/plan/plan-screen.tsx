import type { ReactNode } from "react";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit } from "../../app/visit/open-visit";
import { FinishedPlan } from "./finished-plan";
import { PlanDraft } from "./plan-draft";

/** What people will try: made together at the end of a visit, and read after it. */
export const PlanScreen = ({ amendments }: { readonly amendments: ReactNode }) => {
  const { finished } = useOpenVisit();
  return <AgreementGate>{finished ? <FinishedPlan amendments={amendments} /> : <PlanDraft />}</AgreementGate>;
};
