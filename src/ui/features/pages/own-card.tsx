import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Family } from "#core/case/family";
import { offeredNow } from "#core/questionnaire/offered";
import { begunBy, pagesIn } from "#core/questionnaire/pages-in";
import { useServices } from "../../app/services";
import { localDay } from "#platform/clock";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./pages.module.css";
import { useShelf } from "./use-shelf";

/** On a child's record: what is never on the shared screen. Without the training for it, or in a first visit, nothing. */
export const OwnCard = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation("pages");
  const { training, today } = useServices();
  const shelf = useShelf();
  const written = useWritten(family.caseId);
  if (shelf.kind !== "read") return null;
  const offered = offeredNow(shelf.shelved, {
    screen: "own",
    bornOn: family.caseBody.sections.child.bornOn,
    today: today(),
    isFirstVisit: family.finished.length === 0,
    training,
    relativeInterprets: false,
  }).filter(({ whyNot }) => whyNot === undefined);
  if (offered.length === 0) return null;
  const open = family.unfinished.find(({ saidNo }) => !saidNo);
  return offered.map(({ questionnaire: { ref, title } }) => (
    <Card key={ref.id}>
      <h2>{title}</h2>
      <p className={styles.quiet}>{t("own.card")}</p>
      <ul className={styles.list}>
        <li>
          {open === undefined ? (
            <span>{t("own.startFirst")}</span>
          ) : (
            <Link to={`/profiles/${open.profileId}/own/${ref.id}/_open`}>{t("own.open")}</Link>
          )}
        </li>
        {written
          .filter(({ questionnaireId }) => questionnaireId === ref.id)
          .map(({ profileId, atMs }) => (
            <li key={profileId}>
              <Written to={`/profiles/${profileId}/own/${ref.id}`} atMs={atMs} />
            </li>
          ))}
      </ul>
    </Card>
  ));
};

const Written = ({ to, atMs }: { readonly to: string; readonly atMs: number }) => {
  const { t } = useTranslation("pages");
  const format = useFormat();
  return <Link to={to}>{t("own.written", { date: format.shortDay(localDay(atMs)) })}</Link>;
};

interface WrittenBefore {
  readonly questionnaireId: string;
  readonly profileId: string;
  readonly atMs: number;
}

/** What the practitioner here wrote alone in profiles that are finished. */
const useWritten = (caseId: string): readonly WrittenBefore[] => {
  const { store, practitioner } = useServices();
  const [written, setWritten] = useState<readonly WrittenBefore[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    void store.records.profilesOf(caseId).then((profiles) => {
      if (ending.signal.aborted || !profiles.ok) return;
      setWritten(
        profiles.value.records.flatMap(({ recordId, body: { sections } }) =>
          [...new Set(ownQuestionnaires(sections))]
            .filter((id) => begunBy(sections, id).includes(practitioner.id))
            .map((questionnaireId) => ({ questionnaireId, profileId: recordId, atMs: sections.frame.startedAtMs })),
        ),
      );
    });
    return () => {
      ending.abort();
    };
  }, [store, caseId, practitioner.id]);
  return written;
};

const ownQuestionnaires = (sections: Parameters<typeof pagesIn>[0]): readonly string[] =>
  pagesIn(sections)
    .filter(({ page }) => page.neverShared === true)
    .map(({ questionnaireId }) => questionnaireId);
