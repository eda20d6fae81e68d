import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../../app/services";
import { useSyncStatus, useSyncWords } from "../../app/sync-state";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { UnsentList } from "../../app/unsent/unsent-list";
import { ConfirmDialog } from "../../components/confirm-dialog";
import styles from "./settings.module.css";

/** Who is signed in, what is sent, and the way out. */
export const Sending = () => {
  const { t } = useTranslation("settings");
  // The words of the list in the dialog come along: one that waits for them would take the page away meanwhile.
  useTranslation("unsent");
  const { practitioner, area, sync, door } = useServices();
  const status = useSyncStatus();
  const words = useSyncWords();
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <Card>
      <h2>{t("account")}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t("signedInAs")}</dt>
          <dd>
            <bdi>{practitioner.name}</bdi>, <bdi>{area.name}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("sending")}</dt>
          <dd>
            <span role="status">{words(status)}</span>
          </dd>
        </div>
      </dl>
      <p className={styles.ask}>
        {status.kind === "signed-out" ? (
          <ButtonLink to="/sign-in">{t("signInToSend")}</ButtonLink>
        ) : status.kind === "busy" && status.progress !== undefined ? (
          <Button onClick={sync.pause}>{t("stopSending")}</Button>
        ) : (
          <Button
            onClick={() => {
              void sync.syncNow();
            }}
          >
            {t("sendNow")}
          </Button>
        )}
        <Button
          weight="quiet"
          onClick={() => {
            setIsLeaving(true);
          }}
        >
          {t("signOut")}
        </Button>
      </p>
      {isLeaving && (
        <ConfirmDialog
          title={t("signOutTitle")}
          confirm={t("signOut")}
          cancel={t("stay")}
          careful
          onConfirm={() => {
            setIsLeaving(false);
            void door.signOut();
          }}
          onCancel={() => {
            setIsLeaving(false);
          }}
        >
          <p>{t("signOutBody")}</p>
          <UnsentList names="initials" />
          {status.kind === "some-left" && <p>{t("signOutWaiting")}</p>}
          {status.kind === "no-connection" && <p>{t("signOutOffline")}</p>}
        </ConfirmDialog>
      )}
    </Card>
  );
};
