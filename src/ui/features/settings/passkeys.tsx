import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OwnWaysIn } from "../../app/own-keys";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { useFormat } from "../../i18n/use-format";
import { AddPasskey } from "./add-passkey";
import { faultOfWay, type WayFault } from "./fault-of-way";
import styles from "./settings.module.css";

interface PasskeysProps {
  readonly ways: OwnWaysIn;
  readonly onChanged: () => void;
}

/** The passkeys that open this device, and one more where the browser has any that can. */
export const Passkeys = ({ ways, onChanged }: PasskeysProps) => {
  const { t } = useTranslation("settings");
  const { ownKeys } = useServices();
  const format = useFormat();
  const [isAdding, setIsAdding] = useState(false);
  const [fault, setFault] = useState<WayFault>();
  if (!ways.mayAddPasskey && ways.passkeys.length === 0) return <p>{t("waysIn.noPasskeys")}</p>;

  const remove = async (credentialId: string): Promise<void> => {
    const removed = await ownKeys.removePasskey(credentialId);
    setFault(removed.ok ? undefined : faultOfWay(removed.error));
    onChanged();
  };
  return (
    <>
      <p>{t("waysIn.passkeysAbout")}</p>
      {ways.passkeys.map(({ credentialId, addedAtMs }) => {
        const name =
          addedAtMs === undefined
            ? t("waysIn.addedSomeTime")
            : t("waysIn.added", { day: format.dayAndTime(addedAtMs) });
        return (
          <p key={credentialId} className={styles.passkey}>
            <span>{name}</span>
            <Button
              weight="quiet"
              aria-label={t("waysIn.removeNamed", { name })}
              onClick={() => void remove(credentialId)}
            >
              {t("waysIn.remove")}
            </Button>
          </p>
        );
      })}
      <p role="alert">{fault && t(`waysIn.errors.${fault}`)}</p>
      {ways.mayAddPasskey && ways.hasPassphrase && (
        <p className={styles.ask}>
          <Button
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t("waysIn.add")}
          </Button>
        </p>
      )}
      {isAdding && (
        <AddPasskey
          onDone={() => {
            setIsAdding(false);
            onChanged();
          }}
          onCancel={() => {
            setIsAdding(false);
          }}
        />
      )}
    </>
  );
};
