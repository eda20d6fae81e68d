import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PasskeyAnswer } from "#platform/sealing/keyring-work";
import type { PersonOnDevice } from "#storage/people";
import type { Unlocking } from "../../app/unlocking";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Erased } from "./erased";
import styles from "./unlock.module.css";
import { UnlockForm } from "./unlock-form";
import { usePasskey } from "./use-passkey";

interface UnlockPersonProps {
  readonly unlocking: Unlocking;
  readonly person: PersonOnDevice;
  readonly onErased: () => void;
  readonly onAnswer: (answer: PasskeyAnswer) => void;
  /** They sign in at the server, and choose another passphrase. */
  readonly onBeginAnew: () => void;
}

/** The ways in that one person has on this device. */
export const UnlockPerson = ({ unlocking, person, onErased, onAnswer, onBeginAnew }: UnlockPersonProps) => {
  const { t } = useTranslation("unlock");
  const [isLeaving, setIsLeaving] = useState(false);
  const asked = usePasskey(unlocking, person, onAnswer);
  const passkey = (person.keyring?.passkeys ?? []).length > 0 ? asked : undefined;
  if (person.keyring?.passphrase === undefined) return <Erased passkey={passkey} onBeginAnew={onBeginAnew} />;
  return (
    <>
      <UnlockForm unlocking={unlocking} person={person} passkey={passkey} onErased={onErased} />
      <p className={styles.go}>
        <Button
          weight="quiet"
          onClick={() => {
            setIsLeaving(true);
          }}
        >
          {t("forgotten.open")}
        </Button>
      </p>
      {isLeaving && (
        <ConfirmDialog
          title={t("forgotten.title")}
          confirm={t("forgotten.confirm")}
          cancel={t("forgotten.cancel")}
          careful
          onConfirm={onBeginAnew}
          onCancel={() => {
            setIsLeaving(false);
          }}
        >
          <p>{t("forgotten.body")}</p>
          <p>{t("forgotten.unsent")}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
