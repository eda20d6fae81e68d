import { useTranslation } from "react-i18next";
import { isSchoolDay, offeredCall, offeredReview } from "#core/plan/review-day";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { PlannedDay } from "./planned-day";
import styles from "./plan.module.css";

/** When the plan is looked at again, and a call before that: offered, and set only if people set it. */
export const ReviewCard = () => {
  const { t } = useTranslation("plan");
  const { today, area } = useServices();
  return (
    <Card aria-labelledby="plan-review">
      <h2 id="plan-review">{t("review.title")}</h2>
      <div className={styles.days}>
        <PlannedDay
          field="reviewOn"
          title={t("review.reviewTitle")}
          hint={t("review.reviewHint")}
          offered={offeredReview(today(), area.schoolClosures)}
          noteOn={(day) => (isSchoolDay(day, area.schoolClosures) ? undefined : t("review.closed"))}
        />
        <PlannedDay
          field="callOn"
          title={t("review.callTitle")}
          hint={t("review.callHint")}
          offered={offeredCall(today())}
        />
      </div>
    </Card>
  );
};
