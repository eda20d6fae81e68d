import { type SubmitEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { choosePin } from "#core/lock/pin";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { Choice } from "../../components/form/choice-group";
import { TextField } from "../../components/form/text-field";
import styles from "./settings.module.css";

interface ChoosePinProps {
  readonly mayRemove: boolean;
  readonly onDone: (hasPin: boolean) => void;
  readonly onCancel: () => void;
}

interface Faults {
  readonly passphrase?: string;
  readonly pin?: string;
}

/** Chooses or removes the PIN. The passphrase is asked, or whoever holds an open device could choose one of their own. */
export const ChoosePin = ({ mayRemove, onDone, onCancel }: ChoosePinProps) => {
  const { t } = useTranslation("lock");
  const { pin, uncover } = useServices();
  const formId = useId();
  const passphrase = useRef<HTMLInputElement>(null);
  const newPin = useRef<HTMLInputElement>(null);
  const [isShown, setIsShown] = useState(false);
  const [isChecking, setIsChecking] = useState(false);
  const [faults, setFaults] = useState<Faults>({});

  const says = (found: Faults): void => {
    setFaults(found);
    (found.passphrase === undefined ? newPin : passphrase).current?.focus();
  };
  const isTheirs = async (): Promise<boolean> => {
    const answer = await uncover.withPassphrase(passphrase.current?.value ?? "");
    if (answer.kind === "right") return true;
    const wait = "waitMs" in answer ? t("wait", { count: Math.ceil(answer.waitMs / 1_000) }) : "";
    const said = answer.kind === "wait" ? "" : t(`errors.${SAID[answer.kind]}`);
    says({ passphrase: `${said} ${wait}`.trim() });
    return false;
  };
  const keep = async (): Promise<void> => {
    const typed = newPin.current?.value ?? "";
    const chosen = choosePin(typed);
    if (!chosen.ok) {
      says({ pin: t(`pinFaults.${chosen.error.type}`) });
      return;
    }
    if (!(await isTheirs())) return;
    if ((await pin.keepPin(typed)).ok) onDone(true);
    else says({ pin: t("pinFaults.storage") });
  };
  const remove = async (): Promise<void> => {
    if (!(await isTheirs())) return;
    if ((await pin.removePin()).ok) onDone(false);
    else says({ pin: t("pinFaults.storage") });
  };
  const oneAtATime = async (work: () => Promise<void>): Promise<void> => {
    if (isChecking) return;
    setIsChecking(true);
    await work();
    setIsChecking(false);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void oneAtATime(keep);
  };

  return (
    <Dialog
      title={t(mayRemove ? "changePin" : "choosePin")}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{t("cancel")}</Button>
          {mayRemove && <Button onClick={() => void oneAtATime(remove)}>{t("removePin")}</Button>}
          <Button weight="main" type="submit" form={formId} disabled={isChecking}>
            {isChecking ? t("checking") : t("keepPin")}
          </Button>
        </>
      }
    >
      <p>{t("pinOnly")}</p>
      <form id={formId} className={styles.pin} noValidate onSubmit={submit}>
        <TextField
          ref={passphrase}
          label={t("passphrase")}
          type="password"
          dir="ltr"
          maxLength={200}
          autoComplete="current-password"
          error={faults.passphrase}
        />
        <TextField
          ref={newPin}
          label={t("newPin")}
          hint={t("newPinHint")}
          type={isShown ? "text" : "password"}
          inputMode="numeric"
          dir="ltr"
          maxLength={64}
          error={faults.pin}
        />
        <Choice
          type="checkbox"
          checked={isShown}
          onChange={(event) => {
            setIsShown(event.target.checked);
          }}
        >
          {t("showPin")}
        </Choice>
      </form>
    </Dialog>
  );
};

const SAID = {
  wrong: "passphrase-wrong",
  erased: "passphrase-erased",
  failed: "storage",
} as const;
