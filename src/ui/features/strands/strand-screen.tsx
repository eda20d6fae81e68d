import { useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation, useParams } from "react-router";
import { z } from "zod";
import { strandAfter, strandBefore } from "#core/flow/next-strand";
import { useIsGuest } from "../../app/family-view/use-family-view";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { NotFound } from "../../app/not-found";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { useStrandsToday } from "../../app/visit/visit-length";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { GuestStrand } from "./guest-strand";
import { LeftOut } from "./left-out";
import { useMarkingPerson } from "./marking-person";
import { SeePicture } from "./see-picture";
import styles from "./strand.module.css";
import { StrandRail } from "./strand-rail";
import { StrandSection } from "./strand-section";

/** A link may say whose line it leads to. */
const AskedFor = z.object({ personId: z.string() });

/** One strand of the nine, with the nine small lines to go by. */
export const StrandScreen = () => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { strandId = "" } = useParams();
  const { strandIds, instrument, finished } = useOpenVisit();
  const askedFor = AskedFor.safeParse(useLocation().state).data?.personId;
  const path = useVisitPath();
  const isGuest = useIsGuest();
  const [marking, setMarking] = useMarkingPerson(strandId, askedFor);
  const today = useStrandsToday();
  const after = strandAfter(strandIds, strandId, today);
  const before = strandBefore(strandIds, strandId, today);

  // Before it is painted: a page that moves under a finger that is on its way takes the tap for something else.
  useLayoutEffect(() => {
    globalThis.scrollTo({ top: 0 });
    document.getElementById(`strand-${strandId}`)?.focus({ preventScroll: true });
  }, [strandId]);

  if (finished) return <Navigate to={path("picture")} replace />;
  if (!strandIds.includes(strandId)) return <NotFound />;
  if (isGuest) return <GuestStrand strandId={strandId} />;
  return (
    <AgreementGate>
      <div className={styles.screen}>
        <StrandRail current={strandId} />
        <main id="main" className={styles.main}>
          <LeftOut strandId={strandId} />
          <StrandSection key={strandId} strandId={strandId} marking={marking} onMarking={setMarking} asksWho />
        </main>
        <VisitBar>
          <ButtonLink to={path(before === undefined ? "start" : `strands/${before}`)}>{common("back")}</ButtonLink>
          {after === undefined && <SeePicture weight="main" />}
          {after !== undefined && (
            <span className={styles.wideOnly}>
              <SeePicture weight="plain" />
            </span>
          )}
          {after !== undefined && (
            <ButtonLink weight="main" to={path(`strands/${after}`)}>
              {t("next", { strand: instrument.wording.strands[after]?.short ?? "" })}
            </ButtonLink>
          )}
        </VisitBar>
      </div>
    </AgreementGate>
  );
};
