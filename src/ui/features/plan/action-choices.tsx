import { useId } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { changeAction, planSectionIds } from "#core/plan/change-plan";
import { useOpenVisit, usePerson, useVisit } from "../../app/visit/open-visit";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { places } from "./fault-words";
import styles from "./plan.module.css";

const ASKED = ["not-yet", "asked", "yes"] as const;
const CHANGES = ["adults-or-place", "child"] as const;

/** Whether the person who would do it has been asked, and has said yes. Until somebody is named there is nobody to ask. */
export const AskedField = ({ actionId }: { readonly actionId: string }) => {
  const { t } = useTranslation("plan");
  const { store } = useOpenVisit();
  const group = useId();
  const sectionId = planSectionIds.action(actionId);
  const person = usePerson(useVisit((visit) => visit.plan.sections[sectionId]?.whoId ?? ""));
  const asked = useVisit((visit) => visit.plan.sections[sectionId]?.asked);
  if (person === undefined) return null;
  return (
    <div className={styles.wide}>
      <ChoiceGroup
        legend={t("try.asked", { name: shownName(person) })}
        hint={t("try.askedHint", { name: shownName(person) })}
        flow="row"
      >
        {ASKED.map((each) => (
          <Choice
            key={each}
            type="radio"
            name={group}
            checked={asked === each}
            onChange={() => {
              store.change((visit) => changeAction(visit, actionId, { asked: each }));
            }}
          >
            {t(`try.askedState.${each}`)}
          </Choice>
        ))}
      </ChoiceGroup>
    </div>
  );
};

interface ChangesFieldProps {
  readonly actionId: string;
  /** No action is yet something that adults or the place will change. */
  readonly fault: boolean;
}

/** Whether the adults and the place change something, or the child does. */
export const ChangesField = ({ actionId, fault }: ChangesFieldProps) => {
  const { t } = useTranslation("plan");
  const { store, child } = useOpenVisit();
  const group = useId();
  const sectionId = planSectionIds.action(actionId);
  const changes = useVisit((visit) => visit.plan.sections[sectionId]?.changes);
  return (
    <div className={styles.wide}>
      <ChoiceGroup legend={t("try.changes")} error={fault ? t("fault.NothingAdultsChange") : undefined} flow="row">
        {CHANGES.map((each) => (
          <Choice
            key={each}
            type="radio"
            name={group}
            {...(each === CHANGES[0] ? { "data-place": places.actionChanges(actionId) } : {})}
            checked={changes === each}
            onChange={() => {
              store.change((visit) => changeAction(visit, actionId, { changes: each }));
            }}
          >
            {t(`try.changesKind.${each}`, { name: shownName(child) })}
          </Choice>
        ))}
      </ChoiceGroup>
    </div>
  );
};
