import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { seeEverythingTogether, strandsToWaitFor } from "#core/visit/together";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { useStrandsToday } from "../../app/visit/visit-length";
import { VisitBar } from "../../app/visit/visit-bar";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./picture.module.css";
import { PictureAside } from "./picture-aside";
import { PictureCard } from "./picture-card";

interface PictureScreenProps {
  /** What was put right since, beside the picture of a finished profile. */
  readonly amendments: ReactNode;
}

/** The nine lines with everyone's marks: the one picture, during the visit and after it. */
export const PictureScreen = ({ amendments }: PictureScreenProps) => {
  const { finished, strandIds } = useOpenVisit();
  const isWaiting = useVisit((visit) => !finished && strandsToWaitFor(visit, strandIds).length > 0);
  return <AgreementGate>{isWaiting ? <AskFirst /> : <Picture amendments={amendments} />}</AgreementGate>;
};

/** Somebody here has still to mark a line that others have: everyone's marks are not shown without asking. */
const AskFirst = () => {
  const { t } = useTranslation("picture");
  const path = useVisitPath();
  const { store, strandIds, instrument } = useOpenVisit();
  const { clock } = useServices();
  const format = useFormat();
  const waiting = strandsToWaitFor(store.get(), strandIds);
  return (
    <>
      <main id="main" className={layout.narrow}>
        <Card>
          <PageHeading className={styles.title}>{t("notAllMarked")}</PageHeading>
          <p>
            {t("notAllMarkedBody", {
              strands: format.names(waiting.map((strandId) => instrument.wording.strands[strandId]?.short ?? "")),
            })}
          </p>
        </Card>
      </main>
      <VisitBar>
        <Button
          onClick={() => {
            store.change((visit) => seeEverythingTogether(visit, strandIds, clock.nowMs()));
          }}
        >
          {t("lookNow")}
        </Button>
        <ButtonLink weight="main" to={path(`strands/${waiting[0] ?? ""}`)}>
          {t("backToStrands")}
        </ButtonLink>
      </VisitBar>
    </>
  );
};

const Picture = ({ amendments }: PictureScreenProps) => {
  const { t } = useTranslation("picture");
  const { t: common } = useTranslation();
  const path = useVisitPath();
  const { finished } = useOpenVisit();
  const today = useStrandsToday();
  useSeenTogether();
  return (
    <>
      <main id="main" className={styles.main}>
        <PictureCard />
        <PictureAside>{finished && amendments}</PictureAside>
      </main>
      <VisitBar>
        <ButtonLink weight="quiet" to={path("more")}>
          {t(finished ? "moreFinished" : "more")}
        </ButtonLink>
        {finished ? (
          <>
            <ButtonLink to={path("plan")}>{t("seePlan")}</ButtonLink>
            <ButtonLink weight="main" to={path("report")}>
              {common("makeCopy")}
            </ButtonLink>
          </>
        ) : (
          <>
            <ButtonLink to={path(`strands/${today[0] ?? ""}`)}>{t("backToStrands")}</ButtonLink>
            <ButtonLink weight="main" to={path("plan")}>
              {t("choose")}
            </ButtonLink>
          </>
        )}
      </VisitBar>
    </>
  );
};

/** Opening the picture shows every mark, so whoever marks after it has seen the others'. */
const useSeenTogether = (): void => {
  const { store, strandIds, finished } = useOpenVisit();
  const { clock } = useServices();
  useEffect(() => {
    if (!finished) store.change((visit) => seeEverythingTogether(visit, strandIds, clock.nowMs()));
  }, [store, strandIds, finished, clock]);
};
