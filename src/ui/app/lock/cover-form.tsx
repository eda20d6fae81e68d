import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { Choice } from "../../components/form/choice-group";
import { TextField } from "../../components/form/text-field";
import styles from "./cover-screen.module.css";
import type { DevicePin } from "./device-pin";
import type { Uncover } from "./uncover";
import { useUncovering } from "./use-uncovering";

interface CoverFormProps {
  readonly pin: DevicePin;
  readonly uncover: Uncover;
  readonly onUncovered: () => void;
}

/** One field: the PIN, or the passphrase where none was chosen or it was wrong too often. */
export const CoverForm = ({ pin, uncover, onUncovered }: CoverFormProps) => {
  const { t } = useTranslation("lock");
  const [isShown, setIsShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { way, mayUsePin, isChecking, fault, waitMs, choose, tryWith, tryPasskey } = useUncovering(
    pin,
    uncover,
    onUncovered,
  );
  useFocusWhenShown(field, way);
  if (way === null) return null;

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const input = field.current;
    if (input === null || isChecking || waitMs > 0) return;
    await tryWith(input.value);
    // What was wrong is typed anew, not mended.
    input.value = "";
    input.focus();
  };
  const other: "pin" | "passphrase" = way === "pin" ? "passphrase" : "pin";

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)} aria-label={t("uncover")}>
      <TextField
        key={way}
        ref={field}
        label={t(way)}
        type={isShown && way === "passphrase" ? "text" : "password"}
        inputMode={way === "pin" ? "numeric" : "text"}
        dir="ltr"
        maxLength={200}
        autoComplete={way === "pin" ? "off" : "current-password"}
        autoCapitalize="none"
        spellCheck={false}
        error={fault && t(`errors.${fault}`)}
      />
      {way === "passphrase" && (
        <Choice
          type="checkbox"
          checked={isShown}
          onChange={(event) => {
            setIsShown(event.target.checked);
          }}
        >
          {t("show")}
        </Choice>
      )}
      <p role="alert" className={styles.wait}>
        {waitMs > 0 ? t("wait", { count: Math.ceil(waitMs / 1_000) }) : ""}
      </p>
      <p className={styles.ways}>
        <Button weight="main" type="submit" disabled={isChecking || waitMs > 0}>
          {isChecking ? t("checking") : t("uncover")}
        </Button>
        {tryPasskey !== undefined && (
          <Button disabled={isChecking} onClick={() => void tryPasskey()}>
            {t("usePasskey")}
          </Button>
        )}
        {(way === "pin" || mayUsePin) && (
          <Button
            weight="quiet"
            onClick={() => {
              choose(other);
            }}
          >
            {t(other === "pin" ? "usePin" : "usePassphrase")}
          </Button>
        )}
      </p>
    </form>
  );
};

/** Whoever comes back types at once; a page that is covered while it is hidden cannot take the focus yet. */
const useFocusWhenShown = (field: { readonly current: HTMLInputElement | null }, way: string | null): void => {
  useEffect(() => {
    const focus = (): void => {
      if (document.visibilityState === "visible") field.current?.focus();
    };
    focus();
    document.addEventListener("visibilitychange", focus);
    return () => {
      document.removeEventListener("visibilitychange", focus);
    };
  }, [field, way]);
};
