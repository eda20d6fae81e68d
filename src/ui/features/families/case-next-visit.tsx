import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withoutNextVisit } from "#core/case/change-case";
import type { Family } from "#core/case/family";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import styles from "./families.module.css";
import { NextVisitEditor } from "./next-visit-editor";
import { useAmend } from "./use-amend";
import { useVisitWhen } from "./use-visit-when";
import { VisitDetails } from "./visit-details";

/** The next visit with this family: set, changed or taken out. */
export const CaseNextVisit = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation("families");
  const [isChanging, setIsChanging] = useState(false);
  const { amend, isSaving, hasFailed } = useAmend(family.caseId);
  const nextVisit = family.caseBody.sections["next-visit"];
  const isSet = nextVisit !== undefined && nextVisit.on !== "";
  const done = (): void => {
    setIsChanging(false);
  };
  return (
    <Card>
      <h2>{t("case.nextVisit")}</h2>
      {isChanging ? (
        <NextVisitEditor family={family} onDone={done} />
      ) : (
        <>
          {isSet ? <WhenAndWhere family={family} /> : <p className={styles.soft}>{t("case.noVisit")}</p>}
          {hasFailed && <p role="alert">{t("case.notSaved")}</p>}
          <div className={styles.actions}>
            <Button
              onClick={() => {
                setIsChanging(true);
              }}
            >
              {isSet ? t("case.changeVisit") : t("case.setVisit")}
            </Button>
            {isSet && (
              <Button
                weight="quiet"
                disabled={isSaving}
                onClick={() => {
                  amend(withoutNextVisit, done);
                }}
              >
                {t("case.clearVisit")}
              </Button>
            )}
          </div>
        </>
      )}
    </Card>
  );
};

const WhenAndWhere = ({ family: { caseBody } }: { readonly family: Family }) => {
  const { t } = useTranslation("families");
  const { today } = useServices();
  const when = useVisitWhen();
  const nextVisit = caseBody.sections["next-visit"];
  if (nextVisit === undefined) return null;
  return (
    <>
      <p>
        <strong>{when.bare(nextVisit, today())}</strong>
      </p>
      {nextVisit.on < today() && <p className={styles.soft}>{t("case.visitWas")}</p>}
      <VisitDetails caseBody={caseBody} nextVisit={nextVisit} />
    </>
  );
};
