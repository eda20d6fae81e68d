import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PassphraseStrength, passphraseStrength } from "#core/lock/passphrase-strength";
import { PassphraseField } from "./passphrase-field";
import styles from "./passphrase-field.module.css";

interface NewPassphraseFieldProps {
  readonly label: string;
  /** The name and area of whoever chooses it: everybody around them knows both. */
  readonly person: { readonly name: string; readonly areaName: string };
  readonly error?: string | undefined;
  readonly name?: string;
  /** Hears that it is being mended, so that what was wrong with it is no longer said. */
  readonly onMend?: () => void;
}

/** A passphrase that is being chosen: how easily it would be guessed is said while it is typed. */
export const NewPassphraseField = ({ person, onMend, ...field }: NewPassphraseFieldProps) => {
  const { t } = useTranslation("unlock");
  const [typed, setTyped] = useState("");
  const strength = passphraseStrength(typed, [person.name, person.areaName]);
  return (
    <>
      <PassphraseField
        {...field}
        hint={t("chooseHint")}
        kind="new-password"
        username={person.name}
        onTyped={(now) => {
          setTyped(now);
          onMend?.();
        }}
      />
      <div className={styles.strength} data-strength={strength.kind}>
        <span className={styles.strokes} aria-hidden>
          {[1, 2, 3].map((stroke) => (
            <span key={stroke} data-filled={stroke <= STROKES[strength.kind]} />
          ))}
        </span>
        <span role="status">{typed === "" ? "" : <Words strength={strength} />}</span>
      </div>
    </>
  );
};

/** Why a passphrase may not be used; nothing where it may. */
export const passphraseFault = (
  typed: string,
  { name, areaName }: NewPassphraseFieldProps["person"],
): "short" | "easy" | undefined => {
  const { kind } = passphraseStrength(typed, [name, areaName]);
  if (kind === "too-short") return "short";
  return kind === "easily-guessed" ? "easy" : undefined;
};

const STROKES = { "too-short": 0, "easily-guessed": 0, enough: 1, good: 2, "very-good": 3 } as const;

const Words = ({ strength }: { readonly strength: PassphraseStrength }) => {
  const { t } = useTranslation("unlock");
  if (strength.kind === "too-short") return t("strength.too-short", { count: strength.more });
  return t(`strength.${strength.kind === "easily-guessed" ? strength.because : strength.kind}`);
};
