import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { familyReaders } from "#report/family/family-document";
import { DocumentView } from "../../app/document/document-view";
import { MakingStatus } from "../../app/document/making-status";
import { MissingSigns } from "../../app/document/missing-signs";
import { useMaking, type Way } from "../../app/document/use-making";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { useRoleName } from "../../i18n/use-role-name";
import { ExportCard } from "./export-card";
import styles from "./report.module.css";
import { type Made, useDocument } from "./use-document";

/** The copy that a family takes home: chosen for one person, read first, then saved, printed or shared. */
export const ReportScreen = () => {
  const { finished } = useOpenVisit();
  return finished ? <MakeCopy /> : <NotFinished />;
};

const NotFinished = () => {
  const { t } = useTranslation("report");
  const path = useVisitPath();
  return (
    <main id="main" className={styles.main}>
      <Card>
        <PageHeading>{t("notFinishedTitle")}</PageHeading>
        <p>{t("notFinishedBody")}</p>
        <p>
          <ButtonLink weight="main" to={path("plan")}>
            {t("toPlan")}
          </ButtonLink>
        </p>
      </Card>
    </main>
  );
};

const MakeCopy = () => {
  const { t } = useTranslation("report");
  const { child, people } = useOpenVisit();
  const profileId = useVisit((visit) => visit.profileId);
  const path = useVisitPath();
  const [made, setMade] = useState<Made | null>(null);
  const [shown, setShown] = useState<Made | null>(null);
  const document = useDocument(made);
  const making = useMaking(document, profileId);
  const reader = people.find(({ id }) => id === made?.forPersonId);
  const isMaking = making.state.kind === "making";
  const button = (way: Way, weight: "main" | "plain") => (
    <Button
      weight={weight}
      disabled={document === null || isMaking}
      onClick={() => {
        void making.make(way);
      }}
    >
      {t(way)}
    </Button>
  );
  return (
    <>
      <main id="main" className={styles.main}>
        <PageHeading>{t("title", { name: shownName(child) })}</PageHeading>
        <p>{t("lead")}</p>
        <ForWhom made={made} onChoose={setMade} />
        {document !== null && reader !== undefined && (
          <section className={styles.preview} aria-label={t("preview", { name: shownName(reader) })}>
            <p className={styles.madeFor}>{t("madeFor", { name: shownName(reader) })}</p>
            <MissingSigns signs={making.missing} />
            {shown === made ? (
              <DocumentView document={document} />
            ) : (
              <Covered
                name={shownName(reader)}
                onShow={() => {
                  setShown(made);
                }}
              />
            )}
          </section>
        )}
        <ExportCard />
      </main>
      <VisitBar>
        <MakingStatus state={making.state} fileName={document?.fileName ?? ""} onStop={making.stop} />
        <ButtonLink to={path("plan")}>{t("toPlan")}</ButtonLink>
        {making.canShare && button("share", "plain")}
        {button("print", "plain")}
        {button("save", "main")}
      </VisitBar>
    </>
  );
};

interface CoveredProps {
  readonly name: string;
  readonly onShow: () => void;
}

/** What one person may see is not for everyone at the table: it is shown when somebody says so, whatever is in it. */
const Covered = ({ name, onShow }: CoveredProps) => {
  const { t } = useTranslation("report");
  return (
    <Card>
      <p>{t("covered", { name })}</p>
      <p>
        <Button onClick={onShow}>{t("show")}</Button>
      </p>
    </Card>
  );
};

interface ForWhomProps {
  readonly made: Made | null;
  readonly onChoose: (made: Made) => void;
}

const ForWhom = ({ made, onChoose }: ForWhomProps) => {
  const { t } = useTranslation("report");
  const { people } = useOpenVisit();
  const { clock } = useServices();
  const roleName = useRoleName();
  const readers = familyReaders(people);
  if (readers.length === 0) return <p>{t("nobody")}</p>;
  return (
    <Card>
      <ChoiceGroup legend={t("forWhom")} flow="row">
        {readers.map((person) => (
          <Choice
            key={person.id}
            type="radio"
            name="for-whom"
            value={person.id}
            checked={made?.forPersonId === person.id}
            onChange={() => {
              onChoose({ forPersonId: person.id, atMs: clock.nowMs() });
            }}
          >
            <bdi>{shownName(person)}</bdi>
            {shownName(person) !== roleName(person.role) && (
              <span className={styles.quiet}> ({roleName(person.role)})</span>
            )}
          </Choice>
        ))}
      </ChoiceGroup>
    </Card>
  );
};
