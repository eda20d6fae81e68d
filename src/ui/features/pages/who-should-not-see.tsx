import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { WhoShouldNotSee as Choosing } from "../../components/form/who-should-not-see";
import { useChangePage, useFilling } from "./filling";
import { pageSectionId } from "#core/questionnaire/answer-key";

const NOBODY: readonly string[] = [];

/** "Who should not see this?", for one page; on the child's own pages in a child's words. */
export const WhoShouldNotSee = ({ pageId }: { readonly pageId: string }) => {
  const { t } = useTranslation("pages");
  const { practitioner } = useServices();
  const { people, child } = useOpenVisit();
  const { structure, person } = useFilling();
  const change = useChangePage(pageId);
  const sectionId = pageSectionId(structure.id, pageId, person.id);
  const hiddenFrom = useVisit((visit) => visit.profile.sections[sectionId]?.hiddenFrom ?? NOBODY);
  const isChild = person.id === child.id;
  const others = people.filter((other) => other.id !== person.id && other.id !== practitioner.id);
  return (
    <Choosing
      title={t(isChild ? "hide.titleForChild" : "hide.title")}
      hint={t(isChild ? "hide.hintForChild" : "hide.hint", { name: shownName(person) })}
      people={others.map((other) => ({ id: other.id, name: shownName(other) }))}
      chosenIds={hiddenFrom}
      onChange={(chosenIds) => {
        change((page) => ({ ...page, hiddenFrom: [...chosenIds] }));
      }}
    />
  );
};
