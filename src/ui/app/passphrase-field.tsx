import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../components/form/choice-group";
import { TextField } from "../components/form/text-field";
import styles from "./passphrase-field.module.css";

interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What a password manager is told that this is. */
  readonly kind: "current-password" | "new-password";
  /** Whose it is, for a password manager. */
  readonly username: string;
  /** Called `passphrase` unless there are two in a form. */
  readonly name?: string;
  /** Hears what is typed, as it is typed. */
  readonly onTyped?: (typed: string) => void;
}

/** A passphrase that may be seen, pasted and filled in by a password manager. */
export const PassphraseField = ({ kind, username, name = "passphrase", onTyped, ...text }: PassphraseFieldProps) => {
  const { t } = useTranslation("unlock");
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <input
        className={styles.forManagers}
        type="text"
        name="username"
        autoComplete="username"
        value={username}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <TextField
        {...text}
        name={name}
        type={isShown ? "text" : "password"}
        dir="ltr"
        maxLength={200}
        // Shown, it is a text field to the browser, which would write it to the disk: [Note: The browser keeps what is typed].
        autoComplete={isShown ? "off" : kind}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onTyped?.(event.target.value)}
      />
      <Choice
        type="checkbox"
        checked={isShown}
        onChange={(event) => {
          setIsShown(event.target.checked);
        }}
      >
        {t("show")}
      </Choice>
    </>
  );
};
