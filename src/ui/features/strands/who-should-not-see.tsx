import { useTranslation } from "react-i18next";
import { type Person, shownName } from "#core/schema/person";
import { changeVoice, voiceIn } from "#core/visit/change-section";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { WhoShouldNotSee as Choosing } from "../../components/form/who-should-not-see";

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
    <Choosing
      title={t("hide")}
      hint={t("hideHint", { name: shownName(person) })}
      people={others.map((other) => ({ id: other.id, name: shownName(other) }))}
      chosenIds={hiddenFrom}
      onChange={(chosenIds) => {
        store.change((visit) => changeVoice(visit, strandId, person.id, { hiddenFrom: [...chosenIds] }));
      }}
    />
  );
};
