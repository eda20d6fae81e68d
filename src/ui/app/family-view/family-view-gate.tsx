import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation, useNavigate } from "react-router";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { useIsFirstScreen } from "../use-is-first-screen";
import layout from "../layout.module.css";
import { AskPractitioner } from "../lock/ask-practitioner";
import { Opening } from "../opening";
import { PageHeading } from "../page-heading";
import { useServices } from "../services";
import { leftUnsavedOf } from "../unsaved/left-unsaved";
import { leaveKeptVisit } from "./leave-kept-visit";
import { type FamilyView, mayShow, placeFor } from "./may-show";
import { useFamilyView, useFamilyViewState } from "./use-family-view";

/** Shows a screen only to those it is for, by whatever way they came to its address: a link, the keys, Back, typing. */
export const FamilyViewGate = ({ children }: { readonly children: ReactNode }) => {
  const { isOpenElsewhere } = useFamilyView();
  const view = useFamilyViewState();
  const { pathname } = useLocation();
  const isFirst = useIsFirstScreen();
  if (view.kind === "reading") return <Opening />;
  if (view.kind === "off" || mayShow(view, pathname)) return children;
  // A reopened app goes back to its visit, unless another window has it open already.
  const isReopened = isFirst && pathname === "/" && !isOpenElsewhere();
  if (view.kind === "guest" || isReopened) return <Navigate to={placeFor(view)} replace />;
  return <InAVisit view={view} />;
};

/** The way back is one tap, and the way out is the practitioner's. */
const InAVisit = ({ view }: { readonly view: Extract<FamilyView, { kind: "on" }> }) => {
  const { t } = useTranslation("family-view");
  const { t: common } = useTranslation();
  const services = useServices();
  const familyView = useFamilyView();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const leftUnsaved = leftUnsavedOf(services);
  // Read when somebody asks to leave: until then it may have been saved.
  const [isUnsaved, setIsUnsaved] = useState(false);
  const leave = async (): Promise<void> => {
    if (isUnsaved) leftUnsaved.giveUp(view.profileId);
    await leaveKeptVisit(services, view.profileId);
    familyView.ends();
  };
  return (
    <main id="main" className={layout.narrow} data-family-view="closed">
      <Card>
        <PageHeading>{t("closed.title")}</PageHeading>
        <p>{t("closed.body")}</p>
        <div className={layout.choices}>
          <Button
            weight="main"
            onClick={() => {
              void navigate(placeFor(view), { replace: true });
            }}
          >
            {t("closed.goOn")}
          </Button>
          <Button
            weight="quiet"
            onClick={() => {
              setIsUnsaved(leftUnsaved.has(view.profileId));
              setLeaving(true);
            }}
          >
            {common("leaveVisit")}
          </Button>
        </div>
      </Card>
      {leaving && (
        <AskPractitioner
          check={services.practitionerCheck}
          title={common("leaveTitle")}
          confirm={isUnsaved ? t("closed.giveUp") : common("leaveConfirm")}
          cancel={common("leaveCancel")}
          onHere={() => void leave()}
          onCancel={() => {
            setLeaving(false);
          }}
        >
          <p>{isUnsaved ? t("closed.unsaved") : common("leaveBody")}</p>
        </AskPractitioner>
      )}
    </main>
  );
};
