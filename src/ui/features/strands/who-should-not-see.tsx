import { useTranslation } from "react-i18next";
import { type Person, shownName } from "#core/schema/person";
import { changeVoice, voiceIn } from "#core/visit/change-section";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import styles from "./strand.module.css";

interface WhoShouldNotSeeProps {
  readonly strandId: string;
  readonly person: Person;
}

/** "Who should not see this?": for one person and one strand. The one who writes it down is not on the list. */
export const WhoShouldNotSee = ({ strandId, person }: WhoShouldNotSeeProps) => {
  const { t } = useTranslation("strands");
  const { practitioner } = useServices();
  const { people, store } = useOpenVisit();
  const hiddenFrom = useVisit((visit) => voiceIn(visit, strandId, person.id).hiddenFrom);
  const others = people.filter((other) => other.id !== person.id && other.id !== practitioner.id);
  return (
    <details className={styles.more} open={hiddenFrom.length > 0}>
      <summary>{t("hide")}</summary>
      <div className={styles.moreBody}>
        <ChoiceGroup
          legend={<span className="visually-hidden">{t("hide")}</span>}
          hint={t("hideHint", { name: shownName(person) })}
          flow="row"
        >
          {others.map((other) => (
            <Choice
              key={other.id}
              type="checkbox"
              checked={hiddenFrom.includes(other.id)}
              onChange={(event) => {
                const rest = hiddenFrom.filter((id) => id !== other.id);
                const next = event.currentTarget.checked ? [...rest, other.id] : rest;
                store.change((visit) => changeVoice(visit, strandId, person.id, { hiddenFrom: next }));
              }}
            >
              <bdi>{shownName(other)}</bdi>
            </Choice>
          ))}
        </ChoiceGroup>
      </div>
    </details>
  );
};
