import { useTranslation } from "react-i18next";
import { useServices } from "../../app/services";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import styles from "./notes.module.css";
import { usePrivateRecords } from "./use-private-records";
import { isForNobodyYet, isWaitingForAnswer } from "./waits-for-answer";

/**
 * On the opening screen, which no family sees: asks the author of a concern whether somebody has answered, and tells the
 * records keeper that there is something to read. It names nobody and counts nothing.
 */
export const HomeCard = () => {
  const { t } = useTranslation("notes");
  const services = useServices();
  const reading = usePrivateRecords();
  if (reading.kind !== "read") return null;
  const asks = reading.concerns.some((concern) => isWaitingForAnswer(concern, services));
  const isToRead =
    services.practitioner.role === "custodian" &&
    reading.concerns.some(({ body }) => body.sections.concern.byId !== services.practitioner.id);
  const isUntold = reading.concerns.some((concern) => isForNobodyYet(concern, services));
  if (!asks && !isToRead) return null;
  return (
    <Card aria-label={t("home.label")}>
      {asks && (
        <div>
          <h2>{t("home.ask")}</h2>
          <p className={styles.quiet}>{t("home.askBody")}</p>
        </div>
      )}
      {isToRead && (
        <div>
          <h2>{t(isUntold ? "home.nobodyTold" : "home.toRead")}</h2>
          <p className={styles.quiet}>{t(isUntold ? "home.nobodyToldBody" : "home.toReadBody")}</p>
        </div>
      )}
      <div className={styles.actions}>
        <ButtonLink to="/notes">{t("home.open")}</ButtonLink>
      </div>
    </Card>
  );
};
