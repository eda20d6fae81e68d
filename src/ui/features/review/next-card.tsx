import { Trans, useTranslation } from "react-i18next";
import { isSchoolDay, offeredReview } from "#core/plan/review-day";
import { reviewNextIn, reviewSectionIds } from "#core/review/said-in-review";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { DayOffer } from "../../components/form/day-offer";
import { TextArea } from "../../components/form/text-field";
import { useFormat } from "../../i18n/use-format";
import styles from "./review.module.css";
import { useReviewPart, useReviewStore } from "./review-store";

/** What happens next overall, and the day on which people look at the plan again: offered, and set only if they set it. */
export const NextCard = () => {
  const { t } = useTranslation("review");
  const store = useReviewStore();
  return (
    <Card aria-labelledby="review-next">
      <h2 id="review-next">{t("next.title")}</h2>
      <div className={styles.parts}>
        <TextArea
          label={t("next.words")}
          rows={2}
          defaultValue={reviewNextIn(store.get().sections).words}
          onChange={(event) => {
            store.say(reviewSectionIds.next, { words: event.currentTarget.value });
          }}
        />
        <NextDay />
      </div>
    </Card>
  );
};

const NextDay = () => {
  const { t } = useTranslation("review");
  const { today, area } = useServices();
  const format = useFormat();
  const store = useReviewStore();
  const day = useReviewPart(({ sections }) => reviewNextIn(sections).reviewOn);
  const offered = offeredReview(today(), area.schoolClosures);
  return (
    <DayOffer
      title={t("next.day")}
      hint={t("next.dayHint")}
      said={
        <Trans
          t={t}
          i18nKey={day === "" ? "next.offered" : "next.isSet"}
          values={{ day: format.longDay(day === "" ? offered : day) }}
          components={{ b: <b /> }}
        />
      }
      note={day === "" || isSchoolDay(day, area.schoolClosures) ? undefined : t("next.closed")}
      day={day}
      offered={offered}
      earliest={today()}
      words={{
        set: t("next.set"),
        leaveOpen: t("leaveOpen"),
        another: t("next.another"),
        tooEarly: t("next.gone"),
        noDay: t("next.noDay"),
      }}
      onSet={(reviewOn) => {
        store.say(reviewSectionIds.next, { reviewOn });
      }}
    />
  );
};
