import { Trans, useTranslation } from "react-i18next";
import { changeReviewOffer, reviewOfferIn } from "#core/plan/change-plan";
import type { PlainDate } from "#core/schema/plain-date";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { DayOffer } from "../../components/form/day-offer";
import { useFormat } from "../../i18n/use-format";

interface PlannedDayProps {
  readonly field: "reviewOn" | "callOn";
  readonly title: string;
  readonly hint: string;
  readonly offered: PlainDate;
  /** Something worth knowing of a day before it is set. */
  readonly noteOn?: (day: PlainDate) => string | undefined;
}

/** One of the days after a visit: offered, and kept in the plan once people set it. */
export const PlannedDay = ({ field, title, hint, offered, noteOn }: PlannedDayProps) => {
  const { t } = useTranslation("plan");
  const { today } = useServices();
  const { store } = useOpenVisit();
  const format = useFormat();
  const day = useVisit((visit) => reviewOfferIn(visit)[field]);
  return (
    <DayOffer
      title={title}
      hint={hint}
      said={
        <Trans
          t={t}
          i18nKey={day === "" ? "review.offered" : "review.isSet"}
          values={{ day: format.longDay(day === "" ? offered : day) }}
          components={{ b: <b /> }}
        />
      }
      note={day === "" ? undefined : noteOn?.(day)}
      day={day}
      offered={offered}
      earliest={today()}
      words={{
        set: t("review.set"),
        leaveOpen: t("review.leaveOpen"),
        another: t("review.another"),
        tooEarly: t("review.gone"),
        noDay: t("review.noDay"),
      }}
      onSet={(next) => {
        store.change((visit) => changeReviewOffer(visit, { [field]: next }));
      }}
    />
  );
};
