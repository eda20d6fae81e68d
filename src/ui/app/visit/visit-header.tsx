import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { shownName } from "#core/schema/person";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import layout from "../layout.module.css";
import { useOpenVisit } from "./open-visit";
import { useLeaveVisit } from "./use-leave-visit";

/** The head of family view: this child, where the record is, and the one way out, which asks first. */
export const VisitHeader = () => {
  const { t } = useTranslation();
  const { child, ageYears, finished } = useOpenVisit();
  const delivery = finished ? "waiting" : "draft";
  const navigate = useNavigate();
  const leave = useLeaveVisit();
  const [leaving, setLeaving] = useState(false);

  return (
    <header className={layout.top}>
      <span className={layout.brand}>
        <BrandMark />
        <span className={layout.brandName}>{t("appName")}</span>
      </span>
      <span className={layout.pill}>
        <bdi>{shownName(child)}</bdi>, {ageYears}
      </span>
      <span className={layout.who}>
        <span className={layout.pill} data-delivery={delivery}>
          {t(`delivery.${delivery}`)}
        </span>
        <Button
          weight="quiet"
          onClick={() => {
            if (finished) void navigate("/");
            else setLeaving(true);
          }}
        >
          {finished ? t("close") : t("leaveVisit")}
        </Button>
      </span>
      {leaving && (
        <ConfirmDialog
          title={t("leaveTitle")}
          confirm={t("leaveConfirm")}
          cancel={t("leaveCancel")}
          onConfirm={() => {
            void leave();
          }}
          onCancel={() => {
            setLeaving(false);
          }}
        >
          <p>{t("leaveBody")}</p>
        </ConfirmDialog>
      )}
    </header>
  );
};
