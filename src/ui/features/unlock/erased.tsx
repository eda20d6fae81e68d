import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import styles from "./unlock.module.css";
import type { ByPasskey } from "./use-passkey";

interface ErasedProps {
  readonly passkey: ByPasskey | undefined;
  readonly onBeginAnew: () => void;
}

/** After ten wrong passphrases: what still opens this device, and that nothing is lost. */
export const Erased = ({ passkey, onBeginAnew }: ErasedProps) => {
  const { t } = useTranslation("unlock");
  return (
    <div className={styles.form}>
      <h2>{t("erased.title")}</h2>
      <p role="status">{t("erased.body")}</p>
      <p>{t(passkey === undefined ? "erased.bySigningIn" : "erased.byPasskey")}</p>
      {passkey?.hasFailed === true && <p className={styles.error}>{t("errors.passkeyOnly")}</p>}
      {passkey === undefined && <p>{t("forgotten.unsent")}</p>}
      <p className={styles.ways}>
        {passkey === undefined ? (
          <Button weight="main" onClick={onBeginAnew}>
            {t("forgotten.confirm")}
          </Button>
        ) : (
          <Button weight="main" disabled={passkey.isAsking} onClick={() => void passkey.ask()}>
            {passkey.isAsking ? t("asking") : t("usePasskey")}
          </Button>
        )}
      </p>
    </div>
  );
};
