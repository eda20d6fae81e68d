import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AtTheDoor, Door } from "../../app/door";
import { EntrancePage } from "../../app/entrance-page";
import { PageHeading } from "../../app/page-heading";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { SignInForm } from "./sign-in-form";
import styles from "./sign-in.module.css";

interface SignInScreenProps {
  readonly door: Door;
  /** Who the device is open for, where somebody is, and the way back to their families. */
  readonly workingAs?: { readonly id: string; readonly name: string; readonly onNotNow: () => void };
  /** Who has lost the ways into this device, and begins anew on it. */
  readonly beginsAnew?: { readonly userId: string; readonly name: string } | undefined;
  /** The way to those who have signed in here before; there without anybody. */
  readonly onUnlock?: (() => void) | undefined;
  readonly onSignedIn: () => void;
}

/** The way in: who you are, and what only you know. */
export const SignInScreen = ({ door, workingAs, beginsAnew, onUnlock, onSignedIn }: SignInScreenProps) => {
  const { t } = useTranslation("sign-in");
  const { t: unlock } = useTranslation("unlock");
  const { t: common } = useTranslation();
  const { found, lookAgain } = useWhoMayComeIn(door);
  const about =
    beginsAnew !== undefined
      ? unlock("signInAnew", { name: beginsAnew.name })
      : workingAs === undefined
        ? t("intro")
        : t("again", { name: workingAs.name });
  return (
    <EntrancePage
      title={t("title")}
      {...(workingAs === undefined ? {} : { heading: <PageHeading>{t("title")}</PageHeading> })}
      about={[about]}
    >
      {found === "looking" && <p role="status">{t("looking")}</p>}
      {found === "no-answer" && (
        <Card>
          <h2>{t("noAnswerTitle")}</h2>
          <p>{t("noAnswer")}</p>
          <p>
            <Button weight="main" onClick={lookAgain}>
              {t("tryAgain")}
            </Button>
          </p>
        </Card>
      )}
      {typeof found === "object" && (
        <SignInForm
          door={door}
          atTheDoor={found}
          chosenId={workingAs?.id ?? beginsAnew?.userId}
          onSignedIn={onSignedIn}
        />
      )}
      {onUnlock !== undefined && (
        <p>
          <Button onClick={onUnlock}>{t("unlockInstead")}</Button>
        </p>
      )}
      {workingAs !== undefined && (
        <p>
          <Button onClick={workingAs.onNotNow}>{t("notNow")}</Button>
        </p>
      )}
      <footer className={styles.purpose}>
        <p>{common("purpose")}</p>
      </footer>
    </EntrancePage>
  );
};

const LOOK_AGAIN_MS = 4_000;

type Found = "looking" | "no-answer" | AtTheDoor;

/** Asks the server who may come in; a server that does not answer is asked again, by itself and by hand. */
const useWhoMayComeIn = (door: Door): { readonly found: Found; readonly lookAgain: () => void } => {
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<Found>("looking");
  const lookAgain = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let againSoon: ReturnType<typeof setTimeout> | undefined;
    void door.whoMayComeIn().then((answer) => {
      if (signal.aborted) return;
      setFound(answer.ok ? answer.value : "no-answer");
      // A server that is just starting answers in a moment.
      if (!answer.ok) againSoon = setTimeout(lookAgain, LOOK_AGAIN_MS);
    });
    globalThis.addEventListener("online", lookAgain, { signal });
    return () => {
      ending.abort();
      clearTimeout(againSoon);
    };
  }, [door, round, lookAgain]);
  // While it is asked again, what it said last stays.
  return { found, lookAgain };
};
