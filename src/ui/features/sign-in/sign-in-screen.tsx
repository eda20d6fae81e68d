import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AtTheDoor, Door } from "../../app/door";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { SignInForm } from "./sign-in-form";
import styles from "./sign-in.module.css";

interface SignInScreenProps {
  readonly door: Door;
  /** Who the device is open for, where somebody is. */
  readonly workingAs?: string;
  readonly onSignedIn: () => void;
}

/** The way in: who you are, and what only you know. */
export const SignInScreen = ({ door, workingAs, onSignedIn }: SignInScreenProps) => {
  const { t } = useTranslation("sign-in");
  const { t: common } = useTranslation();
  const { found, lookAgain } = useWhoMayComeIn(door);
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
          {workingAs === undefined ? <h1>{t("title")}</h1> : <PageHeading>{t("title")}</PageHeading>}
          <p className={styles.soft}>{workingAs === undefined ? t("intro") : t("again", { name: workingAs })}</p>
        </div>
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
        {typeof found === "object" && <SignInForm door={door} atTheDoor={found} onSignedIn={onSignedIn} />}
        <footer className={styles.purpose}>
          <p>{common("purpose")}</p>
        </footer>
      </main>
    </>
  );
};

type Found = "looking" | "no-answer" | AtTheDoor;

/** Asks the server who may come in; a server that does not answer is asked again by hand and when a connection comes. */
const useWhoMayComeIn = (door: Door): { readonly found: Found; readonly lookAgain: () => void } => {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ readonly round: number; readonly found: Found }>();
  const lookAgain = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    void door.whoMayComeIn().then((found) => {
      if (!signal.aborted) setAnswer({ round, found: found.ok ? found.value : "no-answer" });
    });
    globalThis.addEventListener("online", lookAgain, { signal });
    return () => {
      ending.abort();
    };
  }, [door, round, lookAgain]);
  return { found: answer?.round === round ? answer.found : "looking", lookAgain };
};
