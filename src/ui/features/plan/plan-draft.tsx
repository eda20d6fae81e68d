import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { PageHeading } from "../../app/page-heading";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Actions } from "./actions";
import { CopiedPlan } from "./copy-plan";
import { FinishCard } from "./finish-card";
import { FinishDialog } from "./finish-dialog";
import { GoalCard } from "./goal-card";
import { NotAvailableCard } from "./not-available-card";
import styles from "./plan.module.css";
import { RefusalSummary } from "./refusal-summary";
import { ReviewCard } from "./review-card";
import { useAnyApart } from "./small-lines";
import { useFaults } from "./use-faults";
import { useFinish } from "./use-finish";
import { WorkOnFirstCard } from "./work-on-first-card";

/** The plan while it is made. Every key press goes to the draft; only what a choice changes is drawn again. */
export const PlanDraft = () => <CopiedPlan>{(copy) => <Draft copy={copy} />}</CopiedPlan>;

const Draft = ({ copy }: { readonly copy: ReactNode }) => {
  const { t } = useTranslation("plan");
  const { child } = useOpenVisit();
  const path = useVisitPath();
  const finish = useFinish();
  const faults = useFaults();
  // The picture shows every mark, so it is opened from the lines, where people are asked first.
  const anyApart = useAnyApart();
  // What is not done yet is no mistake: it is said at its place once people have asked to finish.
  const shown = faults.filter(
    ({ type }) => finish.hasTried || type === "TooManyForFamily" || type === "TooManyActions",
  );
  return (
    <>
      <main id="main" className={styles.main}>
        <div>
          <PageHeading>{t("title", { name: shownName(child) })}</PageHeading>
          <p className={styles.quiet}>{t("lead")}</p>
        </div>
        {finish.state.kind === "refused" && (
          <RefusalSummary key={finish.state.attempt} refusal={finish.state.refusal} />
        )}
        <GoalCard />
        <WorkOnFirstCard />
        <Actions faults={shown} />
        <NotAvailableCard />
        <ReviewCard />
        {copy}
        <FinishCard faults={shown} />
      </main>
      <VisitBar>
        {anyApart ? (
          <ButtonLink to={path("strands")}>{t("first.backToLines")}</ButtonLink>
        ) : (
          <ButtonLink to={path("picture")}>{t("finish.seePicture")}</ButtonLink>
        )}
        <Button weight="main" onClick={finish.ask}>
          {t("finish.finish")}
        </Button>
      </VisitBar>
      <FinishDialog state={finish.state} onConfirm={finish.confirm} onCancel={finish.cancel} />
    </>
  );
};
