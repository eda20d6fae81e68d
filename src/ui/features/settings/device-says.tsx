import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Persistence } from "#platform/persistence";
import { hasRoomForNewVisit, NEW_VISIT_FLOOR_BYTES } from "#storage/new-visit-room";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./settings.module.css";
import { type DeviceFacts, useDevice } from "./use-device";

/** The room left, what the browser promised, and the questionnaire that a new visit starts with. */
export const DeviceSays = () => {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation();
  const [facts, setPromise] = useDevice();
  return (
    <Card>
      <h2>{t("device")}</h2>
      {facts === null ? (
        <p role="status">{common("loading")}</p>
      ) : (
        <dl className={styles.facts}>
          <div>
            <dt>{t("space")}</dt>
            <dd>
              <SpaceLeft space={facts.space} />
            </dd>
          </div>
          <div>
            <dt>{t("keeping")}</dt>
            <dd>
              <Keeping promise={facts.promise} onAnswer={setPromise} />
            </dd>
          </div>
          <div>
            <dt>{t("questionnaire")}</dt>
            <dd>{t("questionnaireVersion", facts.questionnaire)}</dd>
          </div>
        </dl>
      )}
    </Card>
  );
};

const SpaceLeft = ({ space }: Pick<DeviceFacts, "space">) => {
  const { t } = useTranslation("settings");
  const format = useFormat();
  if (space.kind === "not-known") return t("spaceNotKnown");
  const free = format.bytes(space.freeBytes);
  return hasRoomForNewVisit(space)
    ? t("spaceKnown", { free })
    : t("spaceLow", { free, floor: format.bytes(NEW_VISIT_FLOOR_BYTES) });
};

interface KeepingProps {
  readonly promise: Persistence;
  readonly onAnswer: (promise: Persistence) => void;
}

const WORDS = { kept: "kept", "may-be-cleared": "mayBeCleared", "not-known": "keepingNotKnown" } as const;

/** What the browser promised; where it has not, it can be asked. */
const Keeping = ({ promise, onAnswer }: KeepingProps) => {
  const { t } = useTranslation("settings");
  const { keeping } = useServices();
  const [askedInVain, setAskedInVain] = useState(false);
  const ask = async (): Promise<void> => {
    const answer = await keeping.askToKeep();
    setAskedInVain(answer !== "kept");
    onAnswer(answer);
  };
  return (
    <>
      <p role="status">{askedInVain ? t("askedInVain") : t(WORDS[promise])}</p>
      {promise === "may-be-cleared" && (
        <p className={styles.ask}>
          <Button
            onClick={() => {
              void ask();
            }}
          >
            {t("askToKeep")}
          </Button>
        </p>
      )}
    </>
  );
};
