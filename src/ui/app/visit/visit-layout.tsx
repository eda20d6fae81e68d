import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useParams } from "react-router";
import { unreachable } from "#core/result";
import { Message } from "../message";
import { NotFound } from "../not-found";
import { OpenVisitContext, useOpenVisit } from "./open-visit";
import { ReopenContext } from "./reopen";
import { SavingContext } from "./saving";
import { useOpening } from "./use-opening";
import { VisitHeader } from "./visit-header";

/**
 * Everything inside one visit or one finished profile. It opens in family view: nothing of any other child is on the
 * screen or one tap away.
 */
export const VisitLayout = () => {
  const { profileId = "" } = useParams();
  return <Opening key={profileId} profileId={profileId} />;
};

const Opening = ({ profileId }: { readonly profileId: string }) => {
  const { t } = useTranslation();
  const { opening, reopen } = useOpening(profileId);
  switch (opening.kind) {
    case "opening":
      return <Message title={t("loading")} calm />;
    case "open":
      return (
        <OpenVisitContext value={opening.visit}>
          <SavingContext value={opening.saving}>
            <ReopenContext value={reopen}>
              <KeepPlace>
                <VisitHeader />
                <Outlet />
              </KeepPlace>
            </ReopenContext>
          </SavingContext>
        </OpenVisitContext>
      );
    case "not-found":
      return <NotFound />;
    case "held-elsewhere":
      return <Message title={t("problem.heldTitle")}>{t("problem.heldBody")}</Message>;
    case "unreadable":
      return (
        <Message title={t("problem.unreadableTitle")}>
          {t("problem.unreadableBody", { path: opening.path, reason: opening.reason })}
        </Message>
      );
    case "storage-failed":
      return <Message title={t("problem.storageTitle")}>{t("problem.storageBody")}</Message>;
    case "failed":
      throw opening.thrown;
    default:
      return unreachable(opening);
  }
};

const PAGES = ["start", "strands", "picture", "plan"];

/** Remembers the page inside the visit, so that a reopened app lands on the same strand. */
const KeepPlace = ({ children }: { readonly children: ReactNode }) => {
  const { store, finished, strandIds } = useOpenVisit();
  const { pathname } = useLocation();
  const place = pathname.split("/").slice(3).join("/");
  const isPage = PAGES.includes(place) || strandIds.some((strandId) => place === `strands/${strandId}`);
  useEffect(() => {
    if (finished || !isPage) return;
    store.change((visit) => (visit.place === place && !visit.left ? visit : { ...visit, place, left: false }));
  }, [store, finished, isPage, place]);
  return children;
};
