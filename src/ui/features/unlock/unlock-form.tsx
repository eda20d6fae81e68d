import { type SubmitEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonOnDevice } from "#storage/people";
import { PassphraseField } from "../../app/passphrase-field";
import { useWait, useWaitWords } from "../../app/use-wait";
import type { UnlockError, Unlocking } from "../../app/unlocking";
import { Button } from "../../components/button";
import styles from "./unlock.module.css";
import type { ByPasskey } from "./use-passkey";

interface UnlockFormProps {
  readonly unlocking: Unlocking;
  readonly person: PersonOnDevice;
  readonly passkey: ByPasskey | undefined;
  readonly onErased: () => void;
}

/** From so few tries on, it is said what comes after the last. */
const SAID_FROM = 5;

type Fault = "missing" | "wrong" | "storage";

/** The passphrase for this device, or a passkey beside it. */
export const UnlockForm = ({ unlocking, person, passkey, onErased }: UnlockFormProps) => {
  const { t } = useTranslation("unlock");
  const waitWords = useWaitWords();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [left, setLeft] = useState<number>();
  const [waitMs, beginWait] = useWait();
  const { userId, name } = person;

  useEffect(() => {
    let isOver = false;
    // A wait goes on where it was when the page is loaded again, or another window had the wrong one.
    void unlocking.waitMs(userId).then((wait) => {
      if (!isOver && wait.ok) beginWait(wait.value);
    });
    return () => {
      isOver = true;
    };
  }, [unlocking, userId, beginWait]);

  const say = (error: UnlockError): void => {
    if (error.type === "Erased" || error.type === "NoSuchSlot") onErased();
    if (error.type === "WrongPassphrase" || error.type === "Wait") beginWait(error.waitMs);
    if (error.type === "WrongPassphrase") setLeft(error.left);
    setFault(faultOf(error));
  };

  const unlock = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const field = event.currentTarget.querySelector<HTMLInputElement>('input[name="passphrase"]');
    if (field === null || isBusy || waitMs > 0) return;
    if (field.value === "") {
      setFault("missing");
      field.focus();
      return;
    }
    setIsBusy(true);
    setFault(undefined);
    const unlocked = await unlocking.withPassphrase(userId, field.value);
    setIsBusy(false);
    if (unlocked.ok) return;
    say(unlocked.error);
    field.select();
  };

  return (
    <form noValidate onSubmit={(event) => void unlock(event)} aria-label={t("title")} className={styles.form}>
      <PassphraseField
        label={t("passphrase")}
        kind="current-password"
        username={name}
        error={fault && t(`errors.${fault}`)}
      />
      {left !== undefined && left <= SAID_FROM && <p className={styles.note}>{t("leftTries", { count: left })}</p>}
      {passkey?.hasFailed === true && <p className={styles.error}>{t("errors.passkey")}</p>}
      <p role="status" className={styles.wait}>
        {waitMs > 0 ? waitWords(waitMs) : ""}
      </p>
      <p className={styles.ways}>
        <Button weight="main" type="submit" disabled={isBusy || waitMs > 0}>
          {isBusy ? t("unlocking") : t("unlock")}
        </Button>
        {passkey !== undefined && (
          <Button disabled={passkey.isAsking} onClick={() => void passkey.ask()}>
            {passkey.isAsking ? t("asking") : t("usePasskey")}
          </Button>
        )}
      </p>
    </form>
  );
};

const faultOf = ({ type }: UnlockError): Fault | undefined => {
  if (type === "WrongPassphrase") return "wrong";
  return type === "Wait" || type === "Erased" || type === "NoSuchSlot" ? undefined : "storage";
};
