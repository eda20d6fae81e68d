import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonOnDevice } from "#storage/people";
import layout from "../../app/layout.module.css";
import type { Unlocking } from "../../app/unlocking";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { PassphraseField } from "./passphrase-field";
import styles from "./unlock.module.css";

interface UnlockScreenProps {
  readonly unlocking: Unlocking;
  /** Who may unlock here. */
  readonly people: readonly PersonOnDevice[];
  readonly chosenId: string | undefined;
  readonly onSignIn: () => void;
}

/** Opens what is kept on this device, without a server: who, and the passphrase for this device. */
export const UnlockScreen = ({ unlocking, people, chosenId, onSignIn }: UnlockScreenProps) => {
  const { t } = useTranslation("unlock");
  const { t: common } = useTranslation();
  const [userId, setUserId] = useState(chosenId ?? people[0]?.userId ?? "");
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<"missing" | "wrong" | "storage" | undefined>();
  const name = people.find((each) => each.userId === userId)?.name ?? "";

  const unlock = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form).get("passphrase");
    if (typeof typed !== "string" || typed === "") {
      setFault("missing");
      form.querySelector<HTMLInputElement>('input[name="passphrase"]')?.focus();
      return;
    }
    setIsBusy(true);
    setFault(undefined);
    const unlocked = await unlocking.unlock(userId, { kind: "passphrase", typed });
    setIsBusy(false);
    if (unlocked.ok) return;
    setFault(unlocked.error.type === "DoesNotOpenIt" ? "wrong" : "storage");
    form.querySelector<HTMLInputElement>('input[name="passphrase"]')?.select();
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
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("intro")}</p>
        </div>
        <form noValidate onSubmit={(event) => void unlock(event)} aria-label={t("title")}>
          <Card>
            {people.length > 1 ? (
              <ChoiceGroup legend={t("who")}>
                {people.map((person) => (
                  <Choice
                    key={person.userId}
                    type="radio"
                    name="who"
                    value={person.userId}
                    checked={person.userId === userId}
                    onChange={() => {
                      setUserId(person.userId);
                      setFault(undefined);
                    }}
                  >
                    <bdi>{person.name}</bdi>
                  </Choice>
                ))}
              </ChoiceGroup>
            ) : (
              <p className={styles.name}>
                <bdi>{name}</bdi>
              </p>
            )}
            <PassphraseField
              label={t("passphrase")}
              kind="current-password"
              username={name}
              error={fault && t(`errors.${fault}`)}
            />
            <p className={styles.go}>
              <Button weight="main" type="submit" disabled={isBusy}>
                {isBusy ? t("unlocking") : t("unlock")}
              </Button>
            </p>
          </Card>
        </form>
        <p>
          <Button onClick={onSignIn}>{t("somebodyElse")}</Button>
        </p>
      </main>
    </>
  );
};
