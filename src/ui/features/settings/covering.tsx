import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { ChoosePin } from "./choose-pin";
import styles from "./settings.module.css";

/** When this device is covered and locked, as the area has set it; the PIN that uncovers; and locking at once. */
export const Covering = () => {
  const { t } = useTranslation("lock");
  const { lock, pin } = useServices();
  const { coverAfterMinutes, lockAfterMinutes, visitCoverAfterMinutes, visitLockAfterHours } = useSyncExternalStore(
    lock.settings.subscribe,
    lock.settings.get,
  );
  const [hasPin, setHasPin] = useState<boolean | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  useEffect(() => {
    void pin.hasPin().then(setHasPin);
  }, [pin]);
  return (
    <Card>
      <h2>{t("device")}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t("coveredAfter")}</dt>
          <dd>
            {t("coveredAfterBody", { count: coverAfterMinutes })}{" "}
            {t("coveredInVisit", { count: visitCoverAfterMinutes })}
          </dd>
        </div>
        <div>
          <dt>{t("lockedAfter")}</dt>
          <dd>
            {t("lockedAfterBody", { count: lockAfterMinutes })} {t("lockedInVisit", { count: visitLockAfterHours })}
          </dd>
        </div>
        <div>
          <dt>{t("pin")}</dt>
          <dd>
            <span role="status">{hasPin === null ? "" : t(hasPin ? "pinIs" : "pinIsNot")}</span> {t("pinOnly")}
          </dd>
        </div>
      </dl>
      <p className={styles.soft}>{t("areaSets")}</p>
      <p className={styles.ask}>
        <Button onClick={lock.lockNow}>{t("lockNow")}</Button>
        <Button
          weight="quiet"
          onClick={() => {
            setIsChoosing(true);
          }}
        >
          {t(hasPin === true ? "changePin" : "choosePin")}
        </Button>
      </p>
      {isChoosing && (
        <ChoosePin
          mayRemove={hasPin === true}
          onDone={(has) => {
            setHasPin(has);
            setIsChoosing(false);
          }}
          onCancel={() => {
            setIsChoosing(false);
          }}
        />
      )}
    </Card>
  );
};
