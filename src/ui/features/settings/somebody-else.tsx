import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isAnything, type OnlyHere } from "../../app/leaving";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Dialog } from "../../components/dialog";
import styles from "./settings.module.css";

/** The way to another person's families on this device, and the way off it. */
export const SomebodyElse = () => {
  const { t } = useTranslation("settings");
  const { leaving } = useServices();
  const [onlyHere, setOnlyHere] = useState<OnlyHere>();
  const [hasFailed, setHasFailed] = useState(false);
  const close = (): void => {
    setOnlyHere(undefined);
  };
  const ask = async (): Promise<void> => {
    const found = await leaving.onlyHere();
    setHasFailed(!found.ok);
    if (found.ok) setOnlyHere(found.value);
  };
  const leave = async (): Promise<void> => {
    close();
    const left = await leaving.leave();
    if (!left.ok && left.error.type === "StillOnlyHere") setOnlyHere(left.error.onlyHere);
    else setHasFailed(!left.ok);
  };
  return (
    <Card>
      <h2>{t("leaving.title")}</h2>
      <p>{t("leaving.body")}</p>
      <p role="alert" className={styles.failed}>
        {hasFailed ? t("leaving.failed") : ""}
      </p>
      <p className={styles.ask}>
        <ButtonLink to="/unlock" reloadDocument>
          {t("leaving.switch")}
        </ButtonLink>
        <Button weight="quiet" onClick={() => void ask()}>
          {t("leaving.off")}
        </Button>
      </p>
      {onlyHere !== undefined && isAnything(onlyHere) && <NotYet onlyHere={onlyHere} onClose={close} />}
      {onlyHere !== undefined && !isAnything(onlyHere) && (
        <ConfirmDialog
          title={t("leaving.askTitle")}
          confirm={t("leaving.askConfirm")}
          cancel={t("leaving.stay")}
          careful
          onConfirm={() => void leave()}
          onCancel={close}
        >
          <p>{t("leaving.askBody")}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
};

interface NotYetProps {
  readonly onlyHere: OnlyHere;
  readonly onClose: () => void;
}

/** What would be lost: nobody is taken off a device before it is elsewhere too. */
const NotYet = ({ onlyHere: { drafts, waiting, earlier }, onClose }: NotYetProps) => {
  const { t } = useTranslation("settings");
  return (
    <Dialog
      title={t("leaving.onlyHereTitle")}
      onCancel={onClose}
      actions={
        <Button weight="main" onClick={onClose}>
          {t("leaving.understood")}
        </Button>
      }
    >
      <p>{t("leaving.onlyHere")}</p>
      <ul>
        {drafts > 0 && <li>{t("leaving.drafts", { count: drafts })}</li>}
        {waiting > 0 && <li>{t("leaving.waiting", { count: waiting })}</li>}
        {earlier > 0 && <li>{t("leaving.earlier")}</li>}
      </ul>
      <p>{t("leaving.notesToo")}</p>
      <p>{t("leaving.whatToDo")}</p>
    </Dialog>
  );
};
