import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { shownName } from "#core/schema/person";
import { Button } from "../../components/button";
import { AskPractitioner } from "../lock/ask-practitioner";
import { useServices } from "../services";
import { useVisitPath } from "../visit/open-visit";
import { useFamilyViewState } from "./use-family-view";
import { useHandOver } from "./use-hand-over";

/** The way out of guest mode, for the practitioner alone. Pages give back to what else there is to talk about. */
export const GiveBack = ({ weight }: { readonly weight: "quiet" | "main" }) => {
  const { t } = useTranslation("family-view");
  const { practitionerCheck, practitioner } = useServices();
  const view = useFamilyViewState();
  const { giveBack } = useHandOver();
  const path = useVisitPath();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (view.kind !== "guest") return null;
  const { to } = view.handedTo;
  const back = path(to.startsWith("pages/") ? "more" : to);
  return (
    <>
      <Button
        weight={weight}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t("guest.giveBack")}
      </Button>
      {asking && (
        <AskPractitioner
          check={practitionerCheck}
          title={t("guest.giveBackTo", { name: shownName(practitioner) })}
          confirm={t("guest.goOn")}
          cancel={t("guest.notYet")}
          onHere={() => {
            giveBack();
            void navigate(back, { replace: true });
          }}
          onCancel={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
};
