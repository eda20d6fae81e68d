import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NewPassphraseField, passphraseFault } from "../../app/new-passphrase-field";
import { PassphraseField } from "../../app/passphrase-field";
import { useServices } from "../../app/services";
import { faultOfWay, type WayFault } from "./fault-of-way";
import styles from "./settings.module.css";
import { typedIn, WayDialog } from "./way-dialog";

interface ChangePassphraseProps {
  /** Erased, it cannot be asked for: a passkey is. */
  readonly hasPassphrase: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Another passphrase for this device, by the one until now. */
export const ChangePassphrase = ({ hasPassphrase, onDone, onCancel }: ChangePassphraseProps) => {
  const { t } = useTranslation("settings");
  const { t: unlock } = useTranslation("unlock");
  const { ownKeys, practitioner, area } = useServices();
  const person = { name: practitioner.name, areaName: area.name };
  const [oldFault, setOldFault] = useState<WayFault>();
  const [newFault, setNewFault] = useState<"short" | "easy">();

  const change = async (form: HTMLFormElement): Promise<void> => {
    const [old, chosen] = [typedIn(form, "old"), typedIn(form, "passphrase")];
    const faultOfNew = passphraseFault(chosen, person);
    const isOldMissing = hasPassphrase && old === "";
    setNewFault(faultOfNew);
    setOldFault(isOldMissing ? "missing" : undefined);
    if (isOldMissing || faultOfNew !== undefined) return;
    const changed = await ownKeys.changePassphrase(hasPassphrase ? old : undefined, chosen);
    if (changed.ok) onDone();
    else setOldFault(faultOfWay(changed.error));
  };

  return (
    <WayDialog title={t("waysIn.change")} confirm={t("waysIn.change")} onSubmit={change} onCancel={onCancel}>
      <div className={styles.fields}>
        <p>{t("waysIn.changeBody")}</p>
        {hasPassphrase ? (
          <PassphraseField
            label={t("waysIn.old")}
            kind="current-password"
            username={person.name}
            name="old"
            error={oldFault && t(`waysIn.errors.${oldFault}`)}
          />
        ) : (
          <p role="alert">{oldFault && t(`waysIn.errors.${oldFault}`)}</p>
        )}
        <NewPassphraseField
          label={t("waysIn.new")}
          person={person}
          error={newFault && unlock(`errors.${newFault}`)}
          onMend={() => {
            setNewFault(undefined);
          }}
        />
      </div>
    </WayDialog>
  );
};
