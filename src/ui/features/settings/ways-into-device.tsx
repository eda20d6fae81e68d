import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OwnWaysIn } from "../../app/own-keys";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { ChangePassphrase } from "./change-passphrase";
import { Passkeys } from "./passkeys";
import styles from "./settings.module.css";

/** The passphrase for this device and the passkeys beside it. */
export const WaysIntoDevice = () => {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation();
  const [ways, lookAgain] = useWaysIn();
  const [isChanging, setIsChanging] = useState(false);
  const [wasChanged, setWasChanged] = useState(false);
  return (
    <Card>
      <h2>{t("waysIn.title")}</h2>
      {ways === undefined ? (
        <p role="status">{common("loading")}</p>
      ) : (
        <dl className={styles.facts}>
          <div>
            <dt>{t("waysIn.passphrase")}</dt>
            <dd>
              <p role="status">{t(wasChanged ? "waysIn.changed" : SAID[stateOf(ways)])}</p>
              {stateOf(ways) !== "lost" && (
                <p className={styles.ask}>
                  <Button
                    onClick={() => {
                      setIsChanging(true);
                    }}
                  >
                    {t("waysIn.change")}
                  </Button>
                </p>
              )}
            </dd>
          </div>
          <div>
            <dt>{t("waysIn.passkeys")}</dt>
            <dd>
              <Passkeys ways={ways} onChanged={lookAgain} />
            </dd>
          </div>
        </dl>
      )}
      {isChanging && (
        <ChangePassphrase
          hasPassphrase={ways?.hasPassphrase ?? true}
          onDone={() => {
            setIsChanging(false);
            setWasChanged(true);
            lookAgain();
          }}
          onCancel={() => {
            setIsChanging(false);
            lookAgain();
          }}
        />
      )}
    </Card>
  );
};

const SAID = {
  kept: "waysIn.passphraseKept",
  erased: "waysIn.passphraseErased",
  lost: "waysIn.passphraseLost",
} as const;

const stateOf = ({ hasPassphrase, passkeys }: OwnWaysIn): keyof typeof SAID => {
  if (hasPassphrase) return "kept";
  return passkeys.length > 0 ? "erased" : "lost";
};

const useWaysIn = (): readonly [OwnWaysIn | undefined, () => void] => {
  const { ownKeys } = useServices();
  const [ways, setWays] = useState<OwnWaysIn>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    void ownKeys.read().then((read) => {
      if (read.ok && !ending.signal.aborted) setWays(read.value);
    });
    return () => {
      ending.abort();
    };
  }, [ownKeys, round]);
  return [
    ways,
    () => {
      setRound((before) => before + 1);
    },
  ];
};
