import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TimelineEvent } from "#core/case/timeline";
import { localDay } from "#platform/clock";
import type { ChartPeopleAround } from "../../app/visit/chart-people";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./over-time.module.css";

interface TimelineProps {
  readonly events: readonly TimelineEvent[];
  readonly people: ChartPeopleAround;
}

/** What happened with this family, the first first: days and names, and nothing that judges. */
export const Timeline = ({ events, people }: TimelineProps) => {
  const { t } = useTranslation("over-time");
  const format = useFormat();
  return (
    <Card aria-labelledby="over-time-timeline">
      <h2 id="over-time-timeline">{t("timeline")}</h2>
      <ol className={styles.events}>
        {events.map((event) => {
          const day = format.shortDay(localDay(event.atMs));
          return (
            <li key={`${event.kind} ${addressOf(event)} ${event.atMs}`}>
              <span className={styles.quiet}>{day}</span>
              <b>{t(`event.${event.kind}`)}</b>
              <WhoWasThere event={event} people={people} />
              <Link to={addressOf(event)}>
                {t(`page.${event.kind}`)} <span className="visually-hidden">{t("ofDay", { day })}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};

const WhoWasThere = ({ event, people }: { readonly event: TimelineEvent; readonly people: ChartPeopleAround }) => {
  const { t } = useTranslation("over-time");
  const format = useFormat();
  const name = people.nameOf(event.byId);
  const present =
    event.kind === "visit" || event.kind === "review" ? event.presentIds.map(people.nameOf).filter(Boolean) : [];
  const said = (): string => {
    if (name === "") return "";
    if (event.kind === "amendment") return t("saidBy", { name });
    return present.length === 0 ? t("led", { name }) : t("with", { name, names: format.names(present) });
  };
  return <span className={styles.quiet}>{said()}</span>;
};

const addressOf = (event: TimelineEvent): string => {
  const profile = `/profiles/${event.profileId}`;
  switch (event.kind) {
    case "visit":
    case "amendment":
      return `${profile}/picture`;
    case "plan":
      return `${profile}/plan`;
    case "review":
      return `${profile}/plan#review-${event.reviewId}`;
  }
};
