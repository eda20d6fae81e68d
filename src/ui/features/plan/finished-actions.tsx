import { useTranslation } from "react-i18next";
import { actionsOf } from "#core/plan/actions";
import { planSectionIds } from "#core/plan/change-plan";
import type { Action } from "#core/schema/plan";
import { shownName } from "#core/schema/person";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { useChartPeople } from "../../app/visit/use-picture";
import { useFormat } from "../../i18n/use-format";
import { CopiedFrom } from "./copied-from";
import { IdeaBeside } from "./ideas/idea-beside";
import styles from "./plan.module.css";

/** The actions of a finished plan. A person stands there as asked until they said yes. */
export const FinishedActions = () => {
  const { t } = useTranslation("plan");
  const actions = actionsOf(useVisit((visit) => visit.plan.sections));
  if (actions.length === 0) return <p>{t("try.emptyFinished")}</p>;
  return (
    <ol className={styles.doneActions}>
      {actions.map(({ id, content }) => (
        <li key={id} className={styles.doneAction}>
          <WhatToTry what={content.what} />
          <CopiedFrom sectionId={planSectionIds.action(id)} />
          {content.idea !== undefined && <IdeaBeside idea={content.idea} />}
          <ActionFacts action={content} />
        </li>
      ))}
    </ol>
  );
};

/** The first line names it; what was written under it says more. */
const WhatToTry = ({ what }: { readonly what: string }) => {
  const [title = "", ...more] = what.trim().split("\n");
  return (
    <div>
      <h3 dir="auto">{title}</h3>
      {more.length > 0 && (
        <p dir="auto" className={styles.said}>
          {more.join("\n")}
        </p>
      )}
    </div>
  );
};

const ActionFacts = ({ action }: { readonly action: Action }) => {
  const { t } = useTranslation("plan");
  const { instrument, child } = useOpenVisit();
  const { nameOf } = useChartPeople();
  const format = useFormat();
  const name = shownName(child);
  const facts = [
    [t("done.strand"), instrument.wording.strands[action.strandId]?.family],
    [t("done.where"), action.setting === "" ? "" : t(`setting.${action.setting}`)],
    [t("done.who"), action.whoId === "" ? "" : t(`done.whoAsked.${action.asked}`, { name: nameOf(action.whoId) })],
    [t("done.changes"), action.changes === "not-said" ? "" : t(`try.changesKind.${action.changes}`, { name })],
    [t("done.from"), action.from === "" ? "" : format.longDay(action.from)],
    [t("done.howWeKnow"), action.howWeKnow.trim()],
    [t("done.childThinks", { name }), action.childThinks.trim()],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([label, said]) =>
        said === undefined || said === "" ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto" className={styles.said}>
              {said}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
};
