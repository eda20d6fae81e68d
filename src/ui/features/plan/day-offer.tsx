import { useId, useRef } from "react";
import { Trans, useTranslation } from "react-i18next";
import { changeReviewOffer, reviewOfferIn } from "#core/plan/change-plan";
import type { PlainDate } from "#core/schema/plain-date";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { useFormat } from "../../i18n/use-format";
import { DayField } from "./day-field";
import styles from "./plan.module.css";

interface DayOfferProps {
  readonly field: "reviewOn" | "callOn";
  readonly title: string;
  readonly hint: string;
  readonly offered: PlainDate;
  /** Something worth knowing of a day before it is set. */
  readonly noteOn?: (day: PlainDate) => string | undefined;
}

/** One day that is offered; people set it, choose another, or leave it open. */
export const DayOffer = ({ field, title, hint, offered, noteOn }: DayOfferProps) => {
  const { t } = useTranslation("plan");
  const { today } = useServices();
  const { store } = useOpenVisit();
  const format = useFormat();
  const headingId = useId();
  const input = useRef<HTMLInputElement>(null);
  const day = useVisit((visit) => reviewOfferIn(visit)[field]);
  const note = day === "" ? undefined : noteOn?.(day);

  const set = (next: PlainDate): void => {
    store.change((visit) => changeReviewOffer(visit, { [field]: next }));
  };
  const setFromButton = (next: PlainDate): void => {
    if (input.current !== null) input.current.value = next;
    set(next);
  };

  return (
    <div className={styles.day} role="group" aria-labelledby={headingId}>
      <div>
        <h3 id={headingId}>{title}</h3>
        <p className={styles.quiet}>{hint}</p>
      </div>
      <div role="status">
        <p>
          <Trans
            t={t}
            i18nKey={day === "" ? "review.offered" : "review.isSet"}
            values={{ day: format.longDay(day === "" ? offered : day) }}
            components={{ b: <b /> }}
          />
        </p>
        {note !== undefined && <p>{note}</p>}
      </div>
      <p>
        {day === "" ? (
          <Button
            onClick={() => {
              setFromButton(offered);
            }}
          >
            {t("review.set")}
          </Button>
        ) : (
          <Button
            weight="quiet"
            onClick={() => {
              setFromButton("");
            }}
          >
            {t("review.leaveOpen")}
          </Button>
        )}
      </p>
      <DayField
        ref={input}
        label={t("review.another")}
        earliest={today()}
        tooEarly={t("review.gone")}
        defaultDay={day}
        onDay={set}
      />
    </div>
  );
};
