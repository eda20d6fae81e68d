import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withIdentityProtected } from "#core/case/change-case";
import type { Family } from "#core/case/family";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { ConfirmDialog } from "../../components/confirm-dialog";
import styles from "./families.module.css";
import { useAmend } from "./use-amend";

/** Whether the child's identity is protected, to be marked at any time; taking the mark away is asked about first. */
export const CaseProtected = ({ family: { caseId, caseBody } }: { readonly family: Family }) => {
  const { t } = useTranslation("families");
  const { amend, isSaving, hasFailed } = useAmend(caseId);
  const [isAsking, setIsAsking] = useState(false);
  const isProtected = caseBody.sections.child.identityProtected;
  const mark = (protect: boolean): void => {
    amend(
      (body) => withIdentityProtected(body, protect),
      () => undefined,
    );
  };
  return (
    <Card aria-labelledby="protected">
      <h2 id="protected">{t("protected.title")}</h2>
      <p className={styles.soft}>{t(isProtected ? "protected.marked" : "protected.what")}</p>
      <div className={styles.actions}>
        <Button
          disabled={isSaving}
          onClick={() => {
            if (isProtected) setIsAsking(true);
            else mark(true);
          }}
        >
          {t(isProtected ? "protected.clear" : "protected.set")}
        </Button>
        {hasFailed && (
          <p role="alert" className={styles.problem}>
            {t("protected.notSaved")}
          </p>
        )}
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t("protected.clearTitle")}
          confirm={t("protected.clear")}
          cancel={t("protected.cancel")}
          careful
          onConfirm={() => {
            setIsAsking(false);
            mark(false);
          }}
          onCancel={() => {
            setIsAsking(false);
          }}
        >
          <p>{t("protected.clearBody")}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
};
