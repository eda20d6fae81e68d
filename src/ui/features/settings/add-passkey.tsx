import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PassphraseField } from "../../app/passphrase-field";
import { useServices } from "../../app/services";
import { faultOfWay, type WayFault } from "./fault-of-way";
import styles from "./settings.module.css";
import { typedIn, WayDialog } from "./way-dialog";

interface AddPasskeyProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds a passkey, by the passphrase for this device. */
export const AddPasskey = ({ onDone, onCancel }: AddPasskeyProps) => {
  const { t } = useTranslation("settings");
  const { ownKeys, practitioner } = useServices();
  const [fault, setFault] = useState<WayFault | "passkey">();
  const add = async (form: HTMLFormElement): Promise<void> => {
    const typed = typedIn(form, "passphrase");
    setFault(typed === "" ? "missing" : undefined);
    if (typed === "") return;
    const added = await ownKeys.addPasskey(typed);
    if (added.ok) onDone();
    else setFault(isPasskeys(added.error) ? "passkey" : faultOfWay(added.error));
  };
  return (
    <WayDialog title={t("waysIn.add")} confirm={t("waysIn.add")} onSubmit={add} onCancel={onCancel}>
      <div className={styles.fields}>
        <p>{t("waysIn.addBody")}</p>
        <PassphraseField
          label={t("waysIn.passphrase")}
          kind="current-password"
          username={practitioner.name}
          error={fault && t(`waysIn.errors.${fault}`)}
        />
      </div>
    </WayDialog>
  );
};

const isPasskeys = ({ type }: { readonly type: string }): boolean => type === "TurnedAway" || type === "NoSecret";
