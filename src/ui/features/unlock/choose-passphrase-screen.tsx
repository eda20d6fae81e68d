import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonOnDevice } from "#storage/people";
import layout from "../../app/layout.module.css";
import type { Unlocking } from "../../app/unlocking";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { PassphraseField } from "./passphrase-field";
import styles from "./unlock.module.css";

/** The fewest characters that a passphrase for a device may have. */
const FEWEST = 12;

interface ChoosePassphraseScreenProps {
  readonly unlocking: Unlocking;
  readonly person: PersonOnDevice;
}

/** The first time on a device: the passphrase that everything kept on it is sealed under. */
export const ChoosePassphraseScreen = ({ unlocking, person }: ChoosePassphraseScreenProps) => {
  const { t } = useTranslation("unlock");
  const { t: common } = useTranslation();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<"short" | "chosenElsewhere" | "storage" | undefined>();

  const choose = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form).get("passphrase");
    if (typeof typed !== "string" || typed.length < FEWEST) {
      setFault("short");
      form.querySelector<HTMLInputElement>('input[name="passphrase"]')?.focus();
      return;
    }
    setIsBusy(true);
    setFault(undefined);
    const chosen = await unlocking.enrol(person.userId, typed);
    setIsBusy(false);
    if (chosen.ok) return;
    setFault(
      chosen.error.type === "DoesNotOpenIt" || chosen.error.type === "NoSuchSlot" ? "chosenElsewhere" : "storage",
    );
  };

  return (
    <>
      <header className={layout.top}>
        <span className={layout.brand}>
          <BrandMark />
          {common("appName")}
        </span>
      </header>
      <main id="main" className={layout.narrow}>
        <div>
          <h1>{t("chooseTitle")}</h1>
          <p className={styles.soft}>{t("chooseIntro")}</p>
        </div>
        <form noValidate onSubmit={(event) => void choose(event)} aria-label={t("chooseTitle")}>
          <Card>
            <PassphraseField
              label={t("passphrase")}
              hint={t("chooseHint")}
              kind="new-password"
              username={person.name}
              error={fault && t(`errors.${fault}`)}
            />
            <p className={styles.go}>
              <Button weight="main" type="submit" disabled={isBusy}>
                {isBusy ? t("sealing") : t("choose")}
              </Button>
            </p>
          </Card>
        </form>
      </main>
    </>
  );
};
