import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useMatch } from "react-router";
import { Button } from "../components/button";
import { useFamilyViewState } from "./family-view/use-family-view";
import layout from "./layout.module.css";
import { useServices } from "./services";

/** A new version is offered between visits. During one it is named and waits. */
export const UpdateBanner = () => {
  const { t } = useTranslation();
  const { update } = useServices();
  const status = useSyncExternalStore(update.status.subscribe, update.status.get);
  const inVisit = useMatch("/profiles/*") !== null;
  const view = useFamilyViewState();
  // A guest's screen is theirs alone.
  if (status.kind === "up-to-date" || view.kind === "guest") return null;
  if (inVisit || view.kind !== "off") return <p className={layout.update}>{t("update.waits")}</p>;
  return (
    <div className={layout.update} role="status">
      <span>{t("update.offered")}</span>
      <Button
        disabled={status.kind === "applying"}
        onClick={() => {
          void update.apply();
        }}
      >
        {t("update.apply")}
      </Button>
    </div>
  );
};
