import { useTranslation } from "react-i18next";
import { TextField } from "../../components/form/text-field";

export interface TypedTwice {
  readonly passphrase: string;
  readonly again: string;
}
export type PassphraseFault = "tooShort" | "notSame";

const SHORTEST = 12;

/** What is wrong with a passphrase that was typed twice. Long is what counts: no sign has to be in it. */
export const passphraseFault = ({ passphrase, again }: TypedTwice): PassphraseFault | undefined => {
  if (passphrase.trim().length < SHORTEST) return "tooShort";
  return passphrase === again ? undefined : "notSame";
};

interface NewPassphraseProps {
  readonly typed: TypedTwice;
  readonly fault: PassphraseFault | undefined;
  readonly onType: (typed: TypedTwice) => void;
}

/** A new passphrase, typed twice, because nobody can find it again. */
export const NewPassphrase = ({ typed, fault, onType }: NewPassphraseProps) => {
  const { t } = useTranslation("rescue");
  return (
    <>
      <TextField
        label={t("make.passphrase")}
        hint={t("make.passphraseHint")}
        error={fault === "tooShort" ? t("make.tooShort") : undefined}
        type="password"
        autoComplete="new-password"
        value={typed.passphrase}
        onChange={({ target }) => {
          onType({ ...typed, passphrase: target.value });
        }}
      />
      <TextField
        label={t("make.again")}
        error={fault === "notSame" ? t("make.notSame") : undefined}
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onChange={({ target }) => {
          onType({ ...typed, again: target.value });
        }}
      />
    </>
  );
};
