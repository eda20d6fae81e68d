import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignInRequest } from "#core/schema/wire";
import type { AtTheDoor, Door } from "../../app/door";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TextField } from "../../components/form/text-field";
import styles from "./sign-in.module.css";

interface SignInFormProps {
  readonly door: Door;
  readonly atTheDoor: AtTheDoor;
  /** Who is chosen from the list to begin with. */
  readonly chosenId: string | undefined;
  readonly onSignedIn: () => void;
}

/**
 * The made-up people of a practice area are chosen from a list; in a real area a person writes their name. Two fields of
 * the first screen that a device shows: they bring no form library along.
 */
export const SignInForm = ({ door, atTheDoor: { people }, chosenId, onSignedIn }: SignInFormProps) => {
  const { t } = useTranslation("sign-in");
  const { t: common } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [faults, setFaults] = useState<Faults>({});
  const said = (fault: Fault | undefined): string | undefined => fault && t(`errors.${fault}`);

  const signIn = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = typedIn(form);
    const missing = whatIsMissing(typed, people.length > 0);
    setFaults(missing);
    const [firstMissing] = Object.keys(missing);
    if (firstMissing !== undefined) {
      focusOn(form, firstMissing);
      return;
    }
    setIsAsking(true);
    const answer = await door.signIn(requestFrom(typed));
    setIsAsking(false);
    if (answer.ok) {
      onSignedIn();
      return;
    }
    const fault = SAID[answer.error.type] ?? "storage";
    setFaults(fault === "NotSignedIn" ? { passphrase: fault } : { server: fault });
    if (fault === "NotSignedIn") focusOn(form, "passphrase");
  };

  return (
    <form noValidate onSubmit={(event) => void signIn(event)} aria-label={t("title")}>
      <Card>
        {people.length > 0 ? (
          <ChoiceGroup legend={t("who")} hint={t("whoHint")} error={said(faults.who)}>
            {people.map(({ id, name, agency, role }) => (
              <Choice key={id} type="radio" name="who" value={id} defaultChecked={id === chosenId}>
                <bdi>{name}</bdi>
                <span className={styles.about}>
                  {common(`role.${role as "mum"}`)}, <bdi>{agency}</bdi>
                </span>
              </Choice>
            ))}
          </ChoiceGroup>
        ) : (
          <TextField label={t("name")} name="who" maxLength={80} autoComplete="username" error={said(faults.who)} />
        )}
        <TextField
          label={t("passphrase")}
          name="passphrase"
          type={isShown ? "text" : "password"}
          dir="ltr"
          maxLength={200}
          // As for the passphrase of the device: what is shown would be written to the disk.
          autoComplete={isShown ? "off" : "current-password"}
          autoCapitalize="none"
          spellCheck={false}
          hint={people.length > 0 ? t("passphraseHint") : undefined}
          error={said(faults.passphrase)}
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
        <p role="alert" className={styles.error}>
          {said(faults.server)}
        </p>
        <p className={styles.go}>
          <Button weight="main" type="submit" disabled={isAsking}>
            {isAsking ? t("signingIn") : t("signIn")}
          </Button>
        </p>
      </Card>
    </form>
  );
};

interface Typed {
  readonly who: string;
  readonly isListed: boolean;
  readonly passphrase: string;
}

const typedIn = (form: HTMLFormElement): Typed => {
  const typed = new FormData(form);
  const textOf = (name: string): string => {
    const value = typed.get(name);
    return typeof value === "string" ? value : "";
  };
  const isListed = form.querySelector('input[type="radio"]') !== null;
  return { who: textOf("who").trim(), isListed, passphrase: textOf("passphrase") };
};

const requestFrom = ({ who, isListed, passphrase }: Typed): SignInRequest =>
  isListed ? { accountId: who, passphrase } : { name: who, passphrase };

type Fault =
  | "who-missing"
  | "name-missing"
  | "passphrase-missing"
  | "NotSignedIn"
  | "TooOften"
  | "NoAnswer"
  | "ServerBusy"
  | "SaidNo"
  | "storage";

/** What is wrong, by the field that it stands beside. */
interface Faults {
  readonly who?: Fault;
  readonly passphrase?: Fault;
  readonly server?: Fault;
}

const whatIsMissing = ({ who, passphrase }: Typed, isListed: boolean): Faults => ({
  ...(who === "" ? { who: isListed ? ("who-missing" as const) : ("name-missing" as const) } : {}),
  ...(passphrase === "" ? { passphrase: "passphrase-missing" as const } : {}),
});

const focusOn = (form: HTMLFormElement, name: string): void => {
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();
};

const SAID: Readonly<Partial<Record<string, Fault>>> = {
  NotSignedIn: "NotSignedIn",
  SignedOut: "NotSignedIn",
  TooOften: "TooOften",
  NoAnswer: "NoAnswer",
  ServerBusy: "ServerBusy",
  SaidNo: "SaidNo",
};
