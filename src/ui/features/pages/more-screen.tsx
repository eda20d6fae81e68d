import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { begunBy } from "#core/questionnaire/pages-in";
import { shownName } from "#core/schema/person";
import { hide } from "#core/scoring/hide";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import type { Shelved } from "../../app/questionnaire-shelf";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit, useReaderIds, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import { HealthCard } from "./health-card";
import styles from "./pages.module.css";
import { useOffered } from "./use-offered";
import { WhereItGoes } from "./where-it-goes";
import { useShelf } from "./use-shelf";

/** What else there is to talk about. It gates nothing: people leave and come back as they like. */
export const MoreScreen = () => (
  <AgreementGate>
    <More />
  </AgreementGate>
);

const More = () => {
  const { t } = useTranslation("pages");
  const { finished, strandIds } = useOpenVisit();
  const path = useVisitPath();
  const shelf = useShelf();
  return (
    <>
      <main id="main" className={layout.narrow}>
        <div>
          <PageHeading>{t(finished ? "more.titleFinished" : "more.title")}</PageHeading>
          <p className={styles.quiet}>{t(finished ? "finished" : "more.hint")}</p>
        </div>
        <HealthCard />
        {shelf.kind === "failed" && <p role="alert">{t("more.failed")}</p>}
        {shelf.kind === "read" && (
          <>
            {finished ? <AnsweredHere shelved={shelf.shelved} /> : <OfferedHere shelved={shelf.shelved} />}
            {shelf.leftOut.map(({ name }) => (
              <p key={name} role="alert">
                {t("more.leftOut", { name })}
              </p>
            ))}
          </>
        )}
      </main>
      <VisitBar>
        <ButtonLink
          {...(finished ? {} : { weight: "main" as const })}
          to={path(finished ? "picture" : `strands/${strandIds[0] ?? ""}`)}
        >
          {t(finished ? "more.toPicture" : "more.toLines")}
        </ButtonLink>
      </VisitBar>
    </>
  );
};

interface HereProps {
  readonly shelved: readonly Shelved[];
}

/** Whoever has begun one is named, as far as everybody here may see it. Nobody counts what is missing. */
const OfferedHere = ({ shelved }: HereProps) => {
  const { t } = useTranslation("pages");
  const begunNames = useBegunNames();
  const offered = useOffered(shelved, "shared").filter(
    ({ whyNot, questionnaire }) => whyNot === undefined || begunNames(questionnaire.ref.id) !== "",
  );
  return (
    <>
      <Entries
        entries={offered.map(({ questionnaire: { ref, title }, closedPageIds }) => {
          const names = begunNames(ref.id);
          const begun = names === "" ? t("more.nobody") : t("more.begun", { names });
          return { id: ref.id, title, says: closedPageIds.length > 0 ? `${begun} ${t("closedPages")}` : begun };
        })}
      />
      <WhereItGoes shelved={shelved} offered={offered} />
    </>
  );
};

const AnsweredHere = ({ shelved }: HereProps) => {
  const { t } = useTranslation("pages");
  const begunNames = useBegunNames();
  const answered = shelved.filter(
    ({ ref, structure }) => structure.use.neverShared !== true && begunNames(ref.id) !== "",
  );
  if (answered.length === 0) return <p>{t("more.nothingWritten")}</p>;
  return (
    <Entries
      entries={answered.map(({ ref, title }) => ({
        id: ref.id,
        title,
        says: t("more.answeredBy", { names: begunNames(ref.id) }),
      }))}
    />
  );
};

interface EntriesProps {
  readonly entries: readonly { readonly id: string; readonly title: string; readonly says: string }[];
}

const Entries = ({ entries }: EntriesProps) => {
  const path = useVisitPath();
  return (
    <Card>
      <ul className={styles.list}>
        {entries.map(({ id, title, says }) => (
          <li key={id}>
            <Link to={path(`pages/${id}`)}>{title}</Link>
            <span className={styles.quiet}>{says}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** The names of those who have answered anything, hidden first. */
const useBegunNames = (): ((questionnaireId: string) => string) => {
  const { people } = useOpenVisit();
  const sections = useVisit((visit) => visit.profile.sections);
  const seen = hide(useReaderIds(), sections);
  const format = useFormat();
  return (questionnaireId) => {
    const begun = begunBy(seen, questionnaireId);
    return format.names(people.filter(({ id }) => begun.includes(id)).map(shownName));
  };
};
