import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "#core/result";
import type { PersonOnDevice } from "#storage/people";
import { NewPassphraseField, passphraseFault } from "../../app/new-passphrase-field";
import type { UnlockError } from "../../app/unlocking";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import styles from "./unlock.module.css";

interface ChooseFormProps {
  readonly person: PersonOnDevice;
  readonly onChosen: (passphrase: string) => Promise<Result<void, UnlockError>>;
}

/** Chooses a passphrase for this device. */
export const ChooseForm = ({ person, onChosen }: ChooseFormProps) => {
  const { t } = useTranslation("unlock");
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<"short" | "easy" | "chosenElsewhere" | "storage" | undefined>();

  const choose = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const field = event.currentTarget.querySelector<HTMLInputElement>('input[name="passphrase"]');
    const typed = field?.value ?? "";
    const found = passphraseFault(typed, person);
    setFault(found);
    if (found !== undefined) {
      field?.focus();
      return;
    }
    setIsBusy(true);
    const chosen = await onChosen(typed);
    setIsBusy(false);
    if (chosen.ok) return;
    const isElsewhere = chosen.error.type === "DoesNotOpenIt" || chosen.error.type === "NoSuchSlot";
    setFault(isElsewhere ? "chosenElsewhere" : "storage");
  };

  return (
    <form noValidate onSubmit={(event) => void choose(event)} aria-label={t("chooseTitle")}>
      <Card>
        <p className={styles.name}>
          <bdi>{person.name}</bdi>
        </p>
        <NewPassphraseField
          label={t("passphrase")}
          person={person}
          error={fault && t(`errors.${fault}`)}
          onMend={() => {
            setFault(undefined);
          }}
        />
        <p className={styles.go}>
          <Button weight="main" type="submit" disabled={isBusy}>
            {isBusy ? t("sealing") : t("choose")}
          </Button>
        </p>
      </Card>
    </form>
  );
};
