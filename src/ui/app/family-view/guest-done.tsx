import { useTranslation } from "react-i18next";
import { Navigate, useParams } from "react-router";
import { shownName } from "#core/schema/person";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import layout from "../layout.module.css";
import { PageHeading } from "../page-heading";
import { useServices } from "../services";
import { useOpenVisit, useVisitPath } from "../visit/open-visit";
import { VisitBar } from "../visit/visit-bar";
import { GiveBack } from "./give-back";
import { placeFor } from "./may-show";
import { useFamilyViewState } from "./use-family-view";

/** The end of what was handed over: thanks, and to whom the device goes back. */
export const GuestDone = () => {
  const { t } = useTranslation("family-view");
  const { practitioner } = useServices();
  const { child } = useOpenVisit();
  const view = useFamilyViewState();
  const path = useVisitPath();
  const { strandId } = useParams();
  if (view.kind !== "guest")
    return <Navigate to={path(strandId === undefined ? "more" : `strands/${strandId}`)} replace />;
  return (
    <>
      <main id="main" className={layout.narrow}>
        <Card>
          <PageHeading>{t("guest.thanks", { name: shownName(child) })}</PageHeading>
          <p>{t("guest.giveTo", { name: shownName(practitioner) })}</p>
        </Card>
      </main>
      <VisitBar>
        <ButtonLink to={placeFor({ ...view, place: "" })}>{t("guest.look")}</ButtonLink>
        <GiveBack weight="main" />
      </VisitBar>
    </>
  );
};
