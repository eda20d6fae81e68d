import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { withPlanCopiedFrom } from "#core/paper/copied-plan";
import { pageForPlan, type PlanPageFault } from "#core/paper/page-for-plan";
import { unreachable } from "#core/result";
import type { FromPaper } from "#core/schema/paper";
import { shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { OpenVisitContext, useOpenVisit } from "../../app/visit/open-visit";
import { CopyingNow, TypeTheCode } from "../../app/visit/type-the-code";
import type { VisitStore } from "../../app/visit/visit-store";
import { Card } from "../../components/card";

/** The plan with the way to copy it from paper under it: what is changed meanwhile says which page it is from. */
export const CopiedPlan = ({ children }: { readonly children: (copy: ReactNode) => ReactNode }) => {
  const visit = useOpenVisit();
  const [paper, setPaper] = useState<FromPaper>();
  const copying = useMemo(() => ({ ...visit, store: copyingStore(visit.store, paper) }), [visit, paper]);
  return <OpenVisitContext value={copying}>{children(<CopyPlan paper={paper} onPaper={setPaper} />)}</OpenVisitContext>;
};

const copyingStore = (store: VisitStore, paper: FromPaper | undefined): VisitStore => ({
  ...store,
  change: (verb) => {
    store.change((visit) => withPlanCopiedFrom(visit, verb(visit), paper));
  },
});

interface CopyPlanProps {
  readonly paper: FromPaper | undefined;
  readonly onPaper: (paper: FromPaper | undefined) => void;
}

const CopyPlan = ({ paper, onPaper }: CopyPlanProps) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { practitioner } = useServices();
  const { caseId, child } = useOpenVisit();
  if (paper !== undefined) {
    return (
      <CopyingNow
        said={t("paper.copying", { code: paper.code, by: practitioner.name })}
        onStop={() => {
          onPaper(undefined);
        }}
      />
    );
  }
  const faultWords = (fault: PlanPageFault): string => {
    switch (fault.type) {
      case "CodeSlip":
        return common("paper.slip");
      case "AnotherChild":
        return common("paper.anotherChild", { name: shownName(child) });
      case "OtherPages":
        return t("paper.otherPages");
      default:
        return unreachable(fault);
    }
  };
  return (
    <Card>
      <TypeTheCode check={(code) => pageForPlan(code, caseId)} faultWords={faultWords} onCopy={onPaper} />
    </Card>
  );
};
