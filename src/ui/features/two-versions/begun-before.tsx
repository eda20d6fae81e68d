import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "#core/schema/ids";
import { DiscardForm } from "../../app/forms/discard-form";
import { useKeptForm } from "../../app/forms/use-kept-form";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { type MergeValues, mergeOf } from "./merge-draft";

/**
 * What was begun here for a record that somebody else has brought together since. Words that were written for it stay to
 * be read until they are thrown away.
 */
export const BegunBefore = ({ caseId }: { readonly caseId: Id }) =>
  useBegun(caseId).map((recordId) => <Begun key={recordId} caseId={caseId} recordId={recordId} />);

const useBegun = (caseId: Id): readonly Id[] => {
  const { store } = useServices();
  const [begun, setBegun] = useState<readonly Id[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    void store.drafts.list().then((listed) => {
      if (!listed.ok || ending.signal.aborted) return;
      setBegun(
        listed.value.drafts.flatMap((draft) =>
          draft.kind === "merge" && draft.caseId === caseId ? [draft.body.recordId] : [],
        ),
      );
    });
    return () => {
      ending.abort();
    };
  }, [store, caseId]);
  return begun;
};

const Begun = ({ caseId, recordId }: { readonly caseId: Id; readonly recordId: Id }) => {
  const { t } = useTranslation("two-versions");
  const opening = useKeptForm(useMemo(() => mergeOf({ recordId, caseId }), [recordId, caseId]));
  if (opening.kind !== "open") return null;
  return (
    <Card>
      <h2>{t("begun")}</h2>
      <p>{t("begunBody")}</p>
      {writtenIn(opening.draft.opened).map((words, index) => (
        <blockquote key={index}>{words}</blockquote>
      ))}
      <DiscardForm
        draft={opening.draft}
        goTo={`/cases/${caseId}`}
        replace
        words={{
          ask: t("discard"),
          title: t("discardTitle"),
          body: t("begunDiscard"),
          confirm: t("discardConfirm"),
          cancel: t("begunCancel"),
        }}
      />
    </Card>
  );
};

const writtenIn = ({ choices }: MergeValues): readonly string[] =>
  Object.values(choices).flatMap(({ how, value }) => (how === "words" && typeof value === "string" ? [value] : []));
