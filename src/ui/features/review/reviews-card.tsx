import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { reviewFor } from "#core/review/review-for";
import { localDay } from "#platform/clock";
import type { SeenRecord } from "#storage/records";
import { useHasBegun } from "../../app/forms/use-has-begun";
import { useIsFirstScreen } from "../../app/use-is-first-screen";
import { useOpenVisit, useReaderIds, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { useChartPeople } from "../../app/visit/use-picture";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { DeliveryButton } from "../../components/delivery/delivery-button";
import { useFormat } from "../../i18n/use-format";
import { useKeptReviewId, useNamedReviewId } from "./page-state";
import { isAnythingInReview, useReviewKind } from "./review-draft";
import styles from "./review.module.css";
import { SaidInReview } from "./said-in-review";
import { useReviews } from "./use-reviews";

interface ReviewsCardProps {
  /** The way to a new profile beside this one. */
  readonly startNew: ReactNode;
}

/** Under a finished plan: each time that it was looked at again, the first first, and the way to do so. */
export const ReviewsCard = ({ startNew }: ReviewsCardProps) => {
  const { finished } = useOpenVisit();
  const hasPlan = useVisit(({ planId, profileId }) => planId !== profileId);
  return finished && hasPlan ? <Reviews startNew={startNew} /> : null;
};

const Reviews = ({ startNew }: ReviewsCardProps) => {
  const { t } = useTranslation("review");
  const path = useVisitPath();
  const reviews = useReviews();
  const hasBegun = useHasBegun(useReviewKind(), isAnythingInReview);
  return (
    <Card aria-labelledby="plan-reviews">
      <h2 id="plan-reviews">{t("list.title")}</h2>
      {reviews?.length === 0 && <p className={styles.quiet}>{t("list.none")}</p>}
      {reviews !== undefined && reviews.length > 0 && (
        <ol className={styles.list}>
          {reviews.map((review) => (
            <li key={review.recordId} className={styles.review}>
              <OneReview review={review} />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.ways}>
        <ButtonLink to={path("review")}>{t(hasBegun ? "list.carryOn" : "title")}</ButtonLink>
        {reviews !== undefined && reviews.length > 0 && startNew}
      </div>
    </Card>
  );
};

const OneReview = ({ review: { recordId, body, delivery } }: { readonly review: SeenRecord<"review"> }) => {
  const { t } = useTranslation("review");
  const { people } = useOpenVisit();
  const { nameOf } = useChartPeople();
  const format = useFormat();
  const plan = useVisit((visit) => visit.plan.sections);
  const seen = reviewFor(useReaderIds(), body.sections, plan, people);
  const place = useRef<HTMLHeadingElement>(null);
  const isFirst = useIsFirstScreen();
  const isJustKept = useKeptReviewId() === recordId && !isFirst;
  const isAskedFor = useNamedReviewId() === recordId || isJustKept;
  useEffect(() => {
    if (isAskedFor) place.current?.focus();
  }, [isAskedFor]);
  const { presentIds, ledBy, finishedAtMs } = seen.frame;
  return (
    <article aria-labelledby={`review-${recordId}`}>
      <div className={styles.headLine}>
        <h3 id={`review-${recordId}`} ref={place} tabIndex={-1}>
          {format.longDay(localDay(finishedAtMs))}
        </h3>
        <DeliveryButton delivery={delivery} />
      </div>
      <p className={styles.quiet}>
        {presentIds.length === 0
          ? t("list.by", { name: nameOf(ledBy) })
          : t("list.with", { name: nameOf(ledBy), names: format.names(presentIds.map(nameOf).filter(Boolean)) })}
      </p>
      {isJustKept && <p role="status">{t("list.kept")}</p>}
      <SaidInReview seen={seen} />
    </article>
  );
};
