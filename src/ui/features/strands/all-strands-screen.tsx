import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate } from "react-router";
import { PageHeading } from "../../app/page-heading";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { useStrandsToday } from "../../app/visit/visit-length";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useMarkingPerson } from "./marking-person";
import { SeePicture } from "./see-picture";
import styles from "./strand.module.css";
import { StrandSection } from "./strand-section";
import { WhoIsMarking } from "./who-is-marking";

/** All nine strands on one page, for those who prefer to scroll. Who is marking is asked once, on top. */
export const AllStrandsScreen = () => {
  const { t } = useTranslation("strands");
  const { strandIds: allIds, instrument, finished } = useOpenVisit();
  const strandIds = useStrandsToday();
  const others = allIds.filter((strandId) => !strandIds.includes(strandId));
  const path = useVisitPath();
  const [person, setPerson] = useMarkingPerson("");
  const [togetherOn, setTogetherOn] = useState<readonly string[]>([]);
  if (finished) return <Navigate to={path("picture")} replace />;
  return (
    <AgreementGate>
      <div className={styles.screen}>
        <main id="main" className={styles.main}>
          <div>
            <PageHeading>{t(others.length > 0 ? "allTodayTitle" : "allTitle")}</PageHeading>
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
          {others.length > 0 && <OtherLines strandIds={others} />}
        </main>
        <VisitBar>
          <ButtonLink to={path(`strands/${strandIds[0] ?? ""}`)}>{t("oneAtATime")}</ButtonLink>
          <SeePicture weight="main" />
        </VisitBar>
      </div>
    </AgreementGate>
  );
};

/** The lines that were left out of today's worry, each one tap away. */
const OtherLines = ({ strandIds }: { readonly strandIds: readonly string[] }) => {
  const { t } = useTranslation("length");
  const { instrument } = useOpenVisit();
  const path = useVisitPath();
  return (
    <Card>
      <div className={styles.otherLines}>
        <h2>{t("otherLines")}</h2>
        <ul>
          {strandIds.map((strandId) => (
            <li key={strandId}>
              <Link to={path(`strands/${strandId}`)}>{instrument.wording.strands[strandId]?.family}</Link>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
};
