import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { shownName } from "#core/schema/person";
import { isUntouched } from "#core/visit/untouched";
import { useFamilyView } from "../../app/family-view/use-family-view";
import { AskPractitioner } from "../../app/lock/ask-practitioner";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useSaving } from "../../app/visit/saving";
import { useLeaveVisit } from "../../app/visit/use-leave-visit";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { TickCard } from "../../components/form/tick-card";
import { useFormat } from "../../i18n/use-format";
import type { StartValues } from "./start-values";
import styles from "./start.module.css";
import { useMissing } from "./use-missing";

/** Name and day of birth in large type, so that twins are told apart, and one confirmation. HAZ-01. */
export const RightChild = () => {
  const { t } = useTranslation("start");
  const { child, caseBody, ageYears } = useOpenVisit();
  const { register, setValue } = useFormContext<StartValues>();
  const format = useFormat();
  const missing = useMissing();
  const { t: common } = useTranslation();
  const { practitionerCheck } = useServices();
  const [leaving, setLeaving] = useState(false);
  const goBack = useGoBack();
  const called = shownName(child);
  return (
    <Card>
      <h2>{t("right.title")}</h2>
      <div className={styles.child}>
        <p className={styles.childName}>
          <bdi>{child.name}</bdi>
        </p>
        {called !== child.name && <p className={styles.childCalled}>{t("right.called", { name: called })}</p>}
        <p className={styles.childBorn}>{t("right.born", { day: format.shortDay(caseBody.sections.child.bornOn) })}</p>
        <p className={styles.childBorn}>{t("right.age", { count: ageYears })}</p>
      </div>
      <div className={styles.confirm}>
        <TickCard type="checkbox" large error={missing("here.rightChild")} {...register("here.rightChild")}>
          {t("right.yes", { name: called })}
        </TickCard>
        <Button
          weight="quiet"
          onClick={() => {
            setValue("here.rightChild", false);
            setLeaving(true);
          }}
        >
          {t("right.no")}
        </Button>
      </div>
      {leaving && (
        <AskPractitioner
          check={practitionerCheck}
          title={common("leaveTitle")}
          confirm={common("leaveConfirm")}
          cancel={common("leaveCancel")}
          onHere={() => {
            setLeaving(false);
            void goBack();
          }}
          onCancel={() => {
            setLeaving(false);
          }}
        />
      )}
    </Card>
  );
};

/** Out of a visit that was opened on the wrong child: without a trace where nothing was said, else as a visit left. */
const useGoBack = (): (() => Promise<void>) => {
  const { drafts } = useServices().store;
  const { store } = useOpenVisit();
  const saving = useSaving();
  const leave = useLeaveVisit();
  const familyView = useFamilyView();
  const navigate = useNavigate();
  return async () => {
    if (saving === null || !isUntouched(store.get())) return leave();
    store.change((visit) => ({ ...visit, left: true }));
    await saving.flush();
    // Words may have come while it was being saved.
    if (!isUntouched(store.get())) return leave();
    saving.stop();
    // If it cannot be removed it stays as a visit left, which harms nobody.
    await drafts.remove(store.get().profileId);
    familyView.ends();
    await navigate("/");
  };
};
