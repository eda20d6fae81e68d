import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { BrandMark } from "../components/brand-mark";
import { ButtonLink } from "../components/button-link";
import styles from "./home-header.module.css";
import layout from "./layout.module.css";
import { LockButton } from "./lock/lock-button";
import { useServices } from "./services";
import { SyncState } from "./sync-state";

/** The head of every screen outside a visit: the way home, what is sent, who works here, the settings. */
export const HomeHeader = () => {
  const { t } = useTranslation();
  const { practitioner } = useServices();
  return (
    <header className={`${layout.top} ${styles.head}`}>
      <Link className={layout.brand} to="/">
        <BrandMark />
        {t("appName")}
        <span className="visually-hidden">, {t("home")}</span>
      </Link>
      <div className={styles.who}>
        <span className={styles.sync}>
          <SyncState />
        </span>
        <bdi className={styles.name}>{practitioner.name}</bdi>
        <div className={styles.settings}>
          <ButtonLink weight="quiet" to="/settings">
            {t("settings")}
          </ButtonLink>
        </div>
        <LockButton />
      </div>
    </header>
  );
};
