import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button";
import { useMarkingPerson } from "./marking-person";
import { SeePicture } from "./see-picture";
import styles from "./strand.module.css";
import { StrandSection } from "./strand-section";
import { WhoIsMarking } from "./who-is-marking";

/** All nine strands on one page, for those who prefer to scroll. Who is marking is asked once, on top. */
export const AllStrandsScreen = () => {
  const { t } = useTranslation("strands");
  const { strandIds, instrument, finished } = useOpenVisit();
  const path = useVisitPath();
  const [person, setPerson] = useMarkingPerson("");
  const [togetherOn, setTogetherOn] = useState<readonly string[]>([]);
  if (finished) return <Navigate to={path("picture")} replace />;
  return (
    <AgreementGate>
      <div className={styles.screen}>
        <main id="main" className={styles.main}>
          <div>
            <h1>{t("allTitle")}</h1>
            <p className={styles.quiet}>
              {instrument.wording.question} {t("only")}
            </p>
          </div>
          <div className={styles.stickyWho}>
            <WhoIsMarking
              marking={person}
              together={false}
              onChoose={(next) => {
                setPerson(next);
                setTogetherOn([]);
              }}
            />
          </div>
          {strandIds.map((strandId) => (
            <StrandSection
              key={strandId}
              strandId={strandId}
              marking={togetherOn.includes(strandId) ? "together" : person}
              onMarking={(next) => {
                setTogetherOn((before) =>
                  next === "together" ? [...before, strandId] : before.filter((each) => each !== strandId),
                );
              }}
              asksWho={false}
            />
          ))}
        </main>
        <VisitBar>
          <ButtonLink to={path(`strands/${strandIds[0] ?? ""}`)}>{t("oneAtATime")}</ButtonLink>
          <SeePicture weight="main" />
        </VisitBar>
      </div>
    </AgreementGate>
  );
};
