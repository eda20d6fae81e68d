import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams, useSearchParams } from "react-router";
import { answerersOf } from "#core/questionnaire/answerers";
import { begunBy } from "#core/questionnaire/pages-in";
import { type Person, shownName } from "#core/schema/person";
import { hide } from "#core/scoring/hide";
import layout from "../../app/layout.module.css";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { Opening } from "../../app/opening";
import { NotFound } from "../../app/not-found";
import { PageHeading } from "../../app/page-heading";
import type { Shelved } from "../../app/questionnaire-shelf";
import { useServices } from "../../app/services";
import { useKeepPlace } from "../../app/visit/keep-place";
import { useOpenVisit, usePresentIds, useReaderIds, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { VoiceGlyph } from "../../components/voice-glyph";
import { FinishedPages } from "./finished-pages";
import styles from "./pages.module.css";
import { useOffered } from "./use-offered";
import { useShelf } from "./use-shelf";

/** Who answers a questionnaire: those in the room who may. Of a finished profile, what was answered. */
export const WhoAnswersScreen = () => {
  const { questionnaireId = "" } = useParams();
  const { finished } = useOpenVisit();
  const shelf = useShelf();
  if (finished) return <FinishedPages questionnaireId={questionnaireId} />;
  if (shelf.kind === "reading") return <Opening />;
  const found = shelf.kind === "read" ? shelf.shelved.filter(({ ref }) => ref.id === questionnaireId) : [];
  return (
    <AgreementGate>
      <Named shelved={found} />
    </AgreementGate>
  );
};

const Named = ({ shelved }: { readonly shelved: readonly Shelved[] }) => {
  const [offered] = useOffered(shelved, "shared");
  const sections = useVisit((visit) => visit.profile.sections);
  const seen = hide(useReaderIds(), sections);
  if (offered === undefined) return <NotFound />;
  const begun = begunBy(seen, offered.questionnaire.ref.id);
  if (offered.whyNot !== undefined && begun.length === 0) return <NotFound />;
  return <WhoAnswers shelved={offered.questionnaire} begun={begun} />;
};

interface WhoAnswersProps {
  readonly shelved: Shelved;
  readonly begun: readonly string[];
}

const WhoAnswers = ({ shelved: { ref, structure, title }, begun }: WhoAnswersProps) => {
  const { t } = useTranslation("pages");
  const { t: common } = useTranslation();
  const { practitioner } = useServices();
  const { people, child } = useOpenVisit();
  const presentIds = usePresentIds();
  const path = useVisitPath();
  const [search] = useSearchParams();
  useKeepPlace(() => true);
  const may = answerersOf(structure, people, { childId: child.id, practitionerId: practitioner.id });
  const here = may.filter(({ id }) => presentIds.includes(id) || begun.includes(id));
  const only = may.length === 1 ? here[0] : undefined;
  const sought = structure.pages.find(({ id }) => id === search.get("page"))?.id;
  const to = (person: Person): string => path(`pages/${ref.id}/${person.id}/${sought ?? "_open"}`);
  if (only !== undefined) return <Navigate to={to(only)} replace />;
  return (
    <>
      <main id="main" className={layout.narrow}>
        <div>
          <p className={styles.quiet}>{title}</p>
          <PageHeading>{t("whoAnswers")}</PageHeading>
        </div>
        {here.length === 0 ? (
          <Card>
            <p>{t("nobodyHere", { name: may[0] === undefined ? "" : shownName(may[0]) })}</p>
          </Card>
        ) : (
          <ul className={styles.people}>
            {here.map((person) => (
              <li key={person.id}>
                <Link className={styles.person} to={to(person)}>
                  <VoiceGlyph shape={person.kind} size={18} />
                  <bdi>{shownName(person)}</bdi>
                  {begun.includes(person.id) && <span className={styles.quiet}>{t("hasBegun")}</span>}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </main>
      <VisitBar>
        <ButtonLink to={path("more")}>{common("back")}</ButtonLink>
      </VisitBar>
    </>
  );
};
