import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LookedAgain } from "#core/case/family";
import { DeliveryButton } from "../../components/delivery/delivery-button";
import { useFormat } from "../../i18n/use-format";
import styles from "./families.module.css";
import { useLocalTime } from "./use-local-time";

interface CaseReviewsProps {
  readonly profileId: string;
  readonly reviews: readonly LookedAgain[];
}

/** The times that a plan was looked at again, the first first, each with where it is. Nothing of what was said. */
export const CaseReviews = ({ profileId, reviews }: CaseReviewsProps) => {
  const { t } = useTranslation("families");
  const format = useFormat();
  const now = useLocalTime();
  return (
    <ul className={styles.reviews} aria-label={t("case.reviews")}>
      {reviews.map(({ reviewId, finishedAtMs, delivery }) => (
        <li key={reviewId} className={styles.rowAnd}>
          <Link className={`${styles.row} ${styles.rowOfTwo}`} to={`/profiles/${profileId}/plan#review-${reviewId}`}>
            <span className={styles.rowName}>{format.shortDay(now.dayOf(finishedAtMs))}</span>
            <span className={styles.rowState}>{t("case.review")}</span>
          </Link>
          <DeliveryButton delivery={delivery} />
        </li>
      ))}
    </ul>
  );
};
