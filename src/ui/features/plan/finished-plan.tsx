import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { notAvailableOf } from "#core/plan/actions";
import { planSectionIds, reviewOfferIn } from "#core/plan/change-plan";
import { offeredCall, offeredReview } from "#core/plan/review-day";
import { workedOnFirst } from "#core/plan/work-on-first";
import { shownName } from "#core/schema/person";
import { localDay } from "#platform/clock";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { useChartPeople } from "../../app/visit/use-picture";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { MarksTrack } from "../../components/chart/marks-track";
import { useFormat } from "../../i18n/use-format";
import { CopiedFrom } from "./copied-from";
import { FinishedActions } from "./finished-actions";
import { FinishedGoal } from "./finished-goal";
import { LineEnds } from "./line-ends";
import { useMarkWords } from "./mark-words";
import styles from "./plan.module.css";
import { SMALL_MARK_PX, useSmallLines } from "./small-lines";

interface FinishedPlanProps {
  readonly amendments: ReactNode;
  readonly reviews: ReactNode;
}

/** The plan of a finished profile: to read, not to change. When it was looked at again, and what was put right since, stands at its end. */
export const FinishedPlan = ({ amendments, reviews }: FinishedPlanProps) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { child } = useOpenVisit();
  const path = useVisitPath();
  return (
    <>
      <main id="main" className={styles.main}>
        <PageHeading>{t("title", { name: shownName(child) })}</PageHeading>
        <FinishedGoal />
        <Part title={t("first.title")}>
          <ChosenLines />
        </Part>
        <Part title={t("try.title")}>
          <FinishedActions />
        </Part>
        <NotAvailableList />
        <Part title={t("review.title")}>
          <ReviewDays />
        </Part>
        <Part title={t("done.title")}>
          <HowFinished />
        </Part>
        {reviews}
        {amendments}
      </main>
      <VisitBar>
        <ButtonLink to={path("report")}>{common("makeCopy")}</ButtonLink>
        <ButtonLink weight="main" to={path("picture")}>
          {t("finish.seePicture")}
        </ButtonLink>
      </VisitBar>
    </>
  );
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card aria-label={title}>
    <h2>{title}</h2>
    {children}
  </Card>
);

const ChosenLines = () => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { instrument } = useOpenVisit();
  const chosen = useVisit(workedOnFirst);
  const lines = useSmallLines();
  const wordsOf = useMarkWords();
  if (chosen.length === 0) return <p>{t("first.none")}</p>;
  return (
    <>
      <ol className={styles.order} data-drawn="true">
        {chosen.map((strandId, at) => {
          const line = lines.find(({ row }) => row.strandId === strandId);
          return (
            <li key={strandId}>
              <span className={styles.badge} aria-hidden="true">
                {at + 1}
              </span>
              <span className={styles.orderName}>{instrument.wording.strands[strandId]?.family}</span>
              {line !== undefined && (
                <span className={styles.orderLine}>
                  <MarksTrack row={line.chart} size={SMALL_MARK_PX} untouched={line.chart.marks.length === 0} />
                  <span className="visually-hidden">{wordsOf(line.row)}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.orderEnds}>
        <span className={styles.orderName} />
        <span className={styles.orderLine}>
          <LineEnds />
        </span>
      </div>
      <p className={styles.notice}>{common("rightNotice")}</p>
    </>
  );
};

const NotAvailableList = () => {
  const { t } = useTranslation("plan");
  const gaps = notAvailableOf(useVisit((visit) => visit.plan.sections));
  if (gaps.length === 0) return null;
  return (
    <Part title={t("gap.title")}>
      <ul className={styles.plain}>
        {gaps.map(({ id, content }) => (
          <li key={id} dir="auto">
            {content.what}
            <CopiedFrom sectionId={planSectionIds.notAvailable(id)} />
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** A day that was set; or the one that was offered on the day of finishing, said to be only that. */
const ReviewDays = () => {
  const { t } = useTranslation("plan");
  const { area } = useServices();
  const format = useFormat();
  const { reviewOn, callOn } = useVisit(reviewOfferIn);
  const atMs = useVisit((visit) => visit.profile.sections.finish?.atMs ?? visit.profile.sections.frame.startedAtMs);
  const finishedOn = localDay(atMs);
  const days = [
    { title: t("review.reviewTitle"), set: reviewOn, offered: offeredReview(finishedOn, area.schoolClosures) },
    { title: t("review.callTitle"), set: callOn, offered: offeredCall(finishedOn) },
  ];
  return (
    <dl className={styles.facts}>
      {days.map(({ title, set, offered }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <Trans
              t={t}
              i18nKey={set === "" ? "review.offered" : "review.isSet"}
              values={{ day: format.longDay(set === "" ? offered : set) }}
              components={{ b: <b /> }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const HowFinished = () => {
  const { t } = useTranslation("plan");
  const { nameOf } = useChartPeople();
  const outcome = useVisit((visit) => visit.profile.sections.finish?.outcome);
  if (outcome === undefined) return null;
  return (
    <>
      <p>{t(`done.outcome.${outcome.kind}`)}</p>
      {outcome.kind === "seen-differently" &&
        outcome.views.map(({ personId, where, words }, index) => (
          <figure key={index} className={styles.view}>
            <blockquote dir="auto">{words}</blockquote>
            <figcaption>
              <bdi>{where.trim() === "" ? nameOf(personId) : t("done.viewBy", { name: nameOf(personId), where })}</bdi>
            </figcaption>
          </figure>
        ))}
    </>
  );
};
