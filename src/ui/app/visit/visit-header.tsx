import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { shownName } from "#core/schema/person";
import { lengthIn } from "#core/visit/visit-length";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { DeliveryButton } from "../../components/delivery/delivery-button";
import { useFamilyView, useFamilyViewState } from "../family-view/use-family-view";
import layout from "../layout.module.css";
import { AskPractitioner } from "../lock/ask-practitioner";
import { useServices } from "../services";
import { SyncState, useSyncStatus } from "../sync-state";
import { useOpenVisit } from "./open-visit";
import { useFrame } from "./visit-length";
import { useLeaveVisit } from "./use-leave-visit";

/** The head of family view: this child, where the record is, and the one way out, which is the practitioner's. */
export const VisitHeader = () => {
  const { t } = useTranslation();
  const { caseId, child, ageYears, finished, delivery } = useOpenVisit();
  const status = useSyncStatus();
  const navigate = useNavigate();
  const { practitionerCheck } = useServices();
  const familyView = useFamilyView();
  const inFamilyView = useFamilyViewState().kind === "on";
  const leave = useLeaveVisit();
  const [leaving, setLeaving] = useState(false);
  const overTwo = lengthIn({ frame: useFrame() }) === "two-visits";

  const toRecord = (): void => {
    familyView.ends();
    void navigate(`/cases/${caseId}`);
  };

  return (
    <header className={layout.top}>
      <span className={layout.brand}>
        <BrandMark />
        <span className={layout.brandName}>{t("appName")}</span>
      </span>
      <span className={layout.pill}>
        <bdi>{shownName(child)}</bdi>
        {ageYears > 0 && `, ${ageYears}`}
      </span>
      <span className={layout.who}>
        {delivery.kind === "waiting" && status.kind === "signed-out" && <SyncState />}
        <DeliveryButton delivery={delivery} />
        <Button
          weight="quiet"
          onClick={() => {
            if (finished && !inFamilyView) toRecord();
            else setLeaving(true);
          }}
        >
          {finished ? t("close") : t(overTwo ? "enough.title" : "leaveVisit")}
        </Button>
      </span>
      {leaving && (
        <AskPractitioner
          check={practitionerCheck}
          title={t(overTwo && !finished ? "enough.ask" : "leaveTitle")}
          confirm={t(overTwo && !finished ? "enough.title" : "leaveConfirm")}
          cancel={t("leaveCancel")}
          onHere={() => {
            setLeaving(false);
            if (finished) toRecord();
            else void leave();
          }}
          onCancel={() => {
            setLeaving(false);
          }}
        >
          {!finished && <p>{t(overTwo ? "enough.body" : "leaveBody")}</p>}
        </AskPractitioner>
      )}
    </header>
  );
};
