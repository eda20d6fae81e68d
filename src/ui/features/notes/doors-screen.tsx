import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { type DoorHere, type DoorLine, doorsIn, isCheckedLongAgo } from "#core/concern/doors";
import { useIsFirstScreen } from "../../app/use-is-first-screen";
import layout from "../../app/layout.module.css";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./notes.module.css";

const ALWAYS = ["999", "111"] as const;

/** The five doors with the area's numbers, as this device last heard them: they are read without a connection. */
export const DoorsScreen = () => {
  const { t } = useTranslation("notes");
  const doors = useDoors();
  if (doors === undefined) return <Opening />;
  const hasAny = doors.some(({ lines }) => lines.length > 0);
  return (
    <>
      <main id="main" className={layout.narrow}>
        <PageHeading>{t("doors.title")}</PageHeading>
        {!hasAny && <p>{t("doors.noneAtAll")}</p>}
        <Card tone="talk-about">
          <h2>{t("doors.always")}</h2>
          <ul className={styles.numbers}>
            {ALWAYS.map((number) => (
              <li key={number}>
                <Ring number={number} />
                <span>{t(`doors.${number}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
        {hasAny && doors.map((door) => <Door key={door.id} door={door} />)}
      </main>
      <VisitBar>
        <Back />
      </VisitBar>
    </>
  );
};

/** Back to what was being written; whoever came here first goes to their notes. */
const Back = () => {
  const { t } = useTranslation();
  const { caseId } = useParams();
  const isFirst = useIsFirstScreen();
  const navigate = useNavigate();
  if (isFirst)
    return <ButtonLink to={caseId === undefined ? "/notes" : `/cases/${caseId}/notes`}>{t("back")}</ButtonLink>;
  return (
    <Button
      onClick={() => {
        void navigate(-1);
      }}
    >
      {t("back")}
    </Button>
  );
};

const Door = ({ door: { id, lines } }: { readonly door: DoorHere }) => {
  const { t } = useTranslation("notes");
  return (
    <Card>
      <h2>{t(`doors.${id}`)}</h2>
      {lines.length === 0 && <p>{t("doors.none")}</p>}
      <ul className={styles.numbers}>
        {lines.map((line) => (
          <li key={line.number}>
            <Ring number={line.number} />
            <span className={styles.line}>
              <span>
                <bdi>{line.who}</bdi>
              </span>
              <span>
                <bdi>{line.hours}</bdi>
              </span>
              <Checked line={line} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Ring = ({ number }: { readonly number: string }) => {
  const { t } = useTranslation("notes");
  return (
    <a
      className={styles.number}
      dir="ltr"
      href={`tel:${number.replaceAll(/[^\d+*#]/g, "")}`}
      aria-label={t("doors.ring", { number })}
    >
      {number}
    </a>
  );
};

/** When the area rang the number itself: an old number is worse than none. */
const Checked = ({ line: { checkedOn } }: { readonly line: DoorLine }) => {
  const { t } = useTranslation("notes");
  const { today } = useServices();
  const format = useFormat();
  if (checkedOn === undefined) return <span className={styles.quiet}>{t("doors.notChecked")}</span>;
  const day = format.shortDay(checkedOn);
  const isOld = isCheckedLongAgo(checkedOn, today());
  return (
    <span className={isOld ? styles.ask : styles.quiet}>
      {t(isOld ? "doors.checkedLongAgo" : "doors.checked", { day })}
    </span>
  );
};

const useDoors = (): readonly DoorHere[] | undefined => {
  const { store } = useServices();
  const [doors, setDoors] = useState<readonly DoorHere[]>();
  useEffect(() => {
    const ending = new AbortController();
    void store.deliveries.policy().then((policy) => {
      if (!ending.signal.aborted) setDoors(doorsIn(policy.ok ? policy.value?.settings : undefined));
    });
    return () => {
      ending.abort();
    };
  }, [store]);
  return doors;
};
