import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { isInVisit } from "#core/lock/lock-state";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import layout from "../layout.module.css";
import { CoverForm } from "./cover-form";
import styles from "./cover-screen.module.css";
import type { Lock } from "./create-lock";
import type { DevicePin } from "./device-pin";
import type { Uncover } from "./uncover";

interface CoverScreenProps {
  readonly lock: Lock;
  readonly pin: DevicePin;
  readonly uncover: Uncover;
}

/** What stands in the place of everything while the page is covered. It knows nothing of any family, nor who works here. */
export const CoverScreen = ({ lock, pin, uncover }: CoverScreenProps) => {
  const { t } = useTranslation("lock");
  const { t: common } = useTranslation();
  const state = useSyncExternalStore(lock.state.subscribe, lock.state.get);
  return (
    <div className={layout.app}>
      <aside aria-label={common("aboutThisApp")}>
        <p className={layout.practice}>{common("practice")}</p>
      </aside>
      <main className={styles.cover}>
        <p className={styles.brand}>
          <BrandMark />
          {common("appName")}
        </p>
        {state.kind === "covered" && (
          <Card>
            <h1>{t("covered")}</h1>
            <p className={styles.soft}>{t("coveredBody")}</p>
            <CoverForm
              pin={pin}
              uncover={uncover}
              onUncovered={() => {
                lock.heard("uncovered");
              }}
            />
          </Card>
        )}
        {state.kind === "covered" && !isInVisit(state) && (
          <p className={styles.lock}>
            <Button weight="quiet" onClick={lock.lockNow}>
              {t("lockInstead")}
            </Button>
          </p>
        )}
      </main>
    </div>
  );
};
