import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { timelineFor } from "#core/case/timeline";
import { unreachable } from "#core/result";
import { childOf, peopleOf } from "#core/schema/case";
import type { Instrument } from "#core/schema/instrument";
import { shownName } from "#core/schema/person";
import { overTime } from "#core/scoring/over-time";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { NotFound } from "../../app/not-found";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { chartPeople } from "../../app/visit/chart-people";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { LinesInTime } from "./lines-in-time";
import styles from "./over-time.module.css";
import type { FamilyInTime } from "./read-over-time";
import { SideBySideContext } from "./side-by-side";
import { TableInTime } from "./table-in-time";
import { Timeline } from "./timeline";
import { useOverTime } from "./use-over-time";

/** A child's profiles side by side, and what happened when. */
export const OverTimeScreen = () => {
  const { caseId = "" } = useParams();
  return (
    <>
      <HomeHeader />
      <Read key={caseId} caseId={caseId} />
    </>
  );
};

const Read = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTranslation("over-time");
  const reading = useOverTime(caseId);
  switch (reading.kind) {
    case "reading":
      return <Opening />;
    case "not-found":
      return <NotFound />;
    case "failed":
      return <Message title={t("failed")}>{t("failedBody")}</Message>;
    case "thrown":
      throw reading.thrown;
    case "read": {
      const { instrument, profiles } = reading.value;
      if (instrument === undefined || profiles.length < 2) return <OnlyOne family={reading.value} />;
      return <SideBySidePage family={reading.value} instrument={instrument} />;
    }
    default:
      return unreachable(reading);
  }
};

const OnlyOne = ({ family: { caseId, caseBody } }: { readonly family: FamilyInTime }) => {
  const { t } = useTranslation("over-time");
  return (
    <main id="main" className={layout.narrow}>
      <Card>
        <PageHeading>{t("onlyOne")}</PageHeading>
        <p>{t("onlyOneBody")}</p>
        <p>
          <ButtonLink to={`/cases/${caseId}`}>{t("back", { name: shownName(childOf(caseBody)) })}</ButtonLink>
        </p>
      </Card>
    </main>
  );
};

interface SideBySidePageProps {
  readonly family: FamilyInTime;
  readonly instrument: Instrument;
}

const SideBySidePage = ({ family, instrument }: SideBySidePageProps) => {
  const { t } = useTranslation("over-time");
  const { t: common } = useTranslation();
  const { practitioner } = useServices();
  const { caseId, caseBody, profiles, plans, reviews } = family;
  const [asTable, setAsTable] = useState(false);
  const name = shownName(childOf(caseBody));
  const shown = useMemo(() => {
    const people = peopleOf(caseBody);
    // It may be opened beside anybody: everyone on the record but the practitioner looks on.
    const readerIds = people.map(({ id }) => id).filter((id) => id !== practitioner.id);
    const strandIds = instrument.structure.strands.map(({ id }) => id);
    const inTime = profiles.map(({ recordId, body }) => ({ profileId: recordId, sections: body.sections }));
    return {
      events: timelineFor(readerIds, { profiles, plans, reviews }),
      sideBySide: {
        overTime: overTime(readerIds, inTime, { strandIds, youngPersonId: caseBody.sections.child.childId }),
        people: chartPeople(people),
        instrument,
      },
    };
  }, [caseBody, practitioner.id, instrument, profiles, plans, reviews]);
  return (
    <SideBySideContext value={shown.sideBySide}>
      <main id="main" className={styles.main}>
        <Card>
          <PageHeading>{t("title", { name })}</PageHeading>
          <p className={styles.quiet}>{t("intro")}</p>
          {asTable ? <TableInTime /> : <LinesInTime />}
          <div>
            <Button
              weight="quiet"
              onClick={() => {
                setAsTable(!asTable);
              }}
            >
              {asTable ? t("asPicture") : t("asTable")}
            </Button>
          </div>
          <p className={styles.notice}>{common("rightNotice")}</p>
        </Card>
        <Timeline events={shown.events} people={shown.sideBySide.people} />
      </main>
      <VisitBar>
        <ButtonLink weight="main" to={`/cases/${caseId}`}>
          {t("back", { name })}
        </ButtonLink>
      </VisitBar>
    </SideBySideContext>
  );
};
