import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useVisitPath } from "../../app/visit/open-visit";
import { useSaveStatus } from "../../app/visit/saving";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import styles from "./amendments.module.css";
import type { OpenAmendment } from "./open-amendment-draft";
import { usePageState } from "./page-state";

/** Throws away what was begun, on somebody's word. There is nothing to throw away before the first letter. */
export const DiscardAmendment = ({ draft }: { readonly draft: OpenAmendment }) => {
  const { t } = useTranslation("amendments");
  const navigate = useNavigate();
  const path = useVisitPath();
  const { from } = usePageState();
  const [isAsking, setIsAsking] = useState(false);
  const status = useSaveStatus(draft.saving);
  if (status?.kind === "empty") return null;
  const discard = async (): Promise<void> => {
    const discarded = await draft.discard();
    if (discarded.ok) await navigate(path(from), { replace: true });
    else setIsAsking(false);
  };
  return (
    <div className={styles.discard}>
      <Button
        weight="quiet"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {t("form.discard")}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t("form.discardTitle")}
          confirm={t("form.discardConfirm")}
          cancel={t("form.discardCancel")}
          onConfirm={() => {
            void discard();
          }}
          onCancel={() => {
            setIsAsking(false);
          }}
        >
          <p>{t("form.discardBody")}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
