import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actionsOf } from "#core/plan/actions";
import { shownName } from "#core/schema/person";
import { withoutHidden } from "#core/scoring/hide";
import { localDay } from "#platform/clock";
import { DiscardForm } from "../../app/forms/discard-form";
import { PageHeading } from "../../app/page-heading";
import { useOpenVisit, useReaderIds, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { ErrorSummary } from "../../components/form/error-summary";
import { useFormat } from "../../i18n/use-format";
import { ActionCard, type IdeaBeside } from "./action-card";
import { GoalCard } from "./goal-card";
import { NextCard } from "./next-card";
import type { OpenReview } from "./review-draft";
import styles from "./review.module.css";
import { createReviewStore, ReviewStoreContext } from "./review-store";
import { RightPersonCard } from "./right-person-card";
import { useFinishing } from "./use-finishing";
import { WhoIsThere } from "./who-is-there";

interface ReviewFormProps {
  readonly draft: OpenReview;
  readonly IdeaBeside: IdeaBeside;
}

/** The plan, one action a card, as everyone who may look on may see it; and what people say of it now. */
export const ReviewForm = ({ draft, IdeaBeside }: ReviewFormProps) => {
  const { t } = useTranslation("review");
  const { t: common } = useTranslation();
  const path = useVisitPath();
  const [store] = useState(() => createReviewStore(draft));
  const finishing = useFinishing(draft, store);
  const plan = withoutHidden(
    useReaderIds(),
    useVisit((visit) => visit.plan.sections),
  );
  const actions = actionsOf(plan);
  return (
    <ReviewStoreContext value={store}>
      <main id="main" className={styles.main}>
        <Head />
        <ErrorSummary title={t("refused.title")} errors={finishing.errors} attempt={finishing.attempt} />
        <fieldset className={styles.all} disabled={finishing.isFinishing}>
          <legend className="visually-hidden">{t("form")}</legend>
          <WhoIsThere />
          {actions.length === 0 && (
            <Card>
              <p>{t("noActions")}</p>
            </Card>
          )}
          {actions.map((action) => (
            <ActionCard key={action.id} action={action} IdeaBeside={IdeaBeside} />
          ))}
          <GoalCard plan={plan} />
          <RightPersonCard />
          <NextCard />
        </fieldset>
        <DiscardForm
          draft={draft}
          goTo={path("plan")}
          replace
          words={{
            ask: t("discard.ask"),
            title: t("discard.title"),
            body: t("discard.body"),
            confirm: t("discard.confirm"),
            cancel: t("discard.cancel"),
          }}
        />
      </main>
      <VisitBar>
        <ButtonLink to={path("plan")}>{common("back")}</ButtonLink>
        <Button weight="main" disabled={finishing.isFinishing} onClick={finishing.finish}>
          {t("finish")}
        </Button>
      </VisitBar>
    </ReviewStoreContext>
  );
};

const Head = () => {
  const { t } = useTranslation("review");
  const { child } = useOpenVisit();
  const format = useFormat();
  const atMs = useVisit(({ profile: { sections } }) => sections.finish?.atMs ?? sections.frame.startedAtMs);
  return (
    <div>
      <PageHeading>{t("title")}</PageHeading>
      <p className={styles.quiet}>{t("madeOn", { name: shownName(child), day: format.longDay(localDay(atMs)) })}</p>
      <p className={styles.quiet}>{t("noScore")}</p>
    </div>
  );
};
