import { filledBy, type Filled } from "#core/questionnaire/filled";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import type { PageSection } from "#core/schema/page";
import type { Questionnaire } from "#core/schema/questionnaire";
import gettingAboutWords from "../../practice/questionnaires/getting-about/v1/en-GB.json";
import gettingAbout from "../../practice/questionnaires/getting-about/v1/structure.json";
import { pagesOf } from "./pages-questionnaire";
import { type PracticeRecords, type PracticeVisit, practiceVisits } from "./practice-families";
import { valueOf } from "./value-of";

/** The questionnaires of pages that a made-up family may have answered: those that are shipped and the area's own. */
export const questionnairesOfPages: readonly Questionnaire[] = [
  ...["worth-knowing", "about-me", "moving-on", "story-so-far"].map(pagesOf),
  valueOf(
    loadQuestionnaire(
      { file: "structure.json", content: gettingAbout },
      { file: "en-GB.json", content: gettingAboutWords },
    ),
  ),
];

/** One person's answers in one questionnaire, out of one conversation. */
export interface FilledPages {
  readonly visit: PracticeRecords & PracticeVisit;
  readonly questionnaire: Questionnaire;
  readonly personId: string;
  readonly sections: readonly (readonly [sectionId: string, section: PageSection])[];
  readonly filled: Filled;
}

const pageSectionsIn = ({ profile }: PracticeVisit) =>
  Object.entries(profile.sections).filter((entry): entry is [string, PageSection] => entry[0].startsWith("page/"));

/** All that was answered on pages; a page of a questionnaire that there is not fails the test. */
export const filledPages: readonly FilledPages[] = practiceVisits.flatMap((visit) => {
  const sections = pageSectionsIn(visit);
  const filledIn = new Set(sections.map(([id]) => [id.split("/")[1], id.split("/")[3]].join(" ")));
  return [...filledIn].map((each) => {
    const [questionnaireId = "", personId = ""] = each.split(" ");
    const questionnaire = questionnairesOfPages.find(({ structure }) => structure.id === questionnaireId);
    if (questionnaire === undefined) throw new Error(`${visit.file}: there is no ${questionnaireId}`);
    return {
      ...{ visit, questionnaire, personId },
      sections: sections.filter(([id]) => id.startsWith(`page/${questionnaireId}/`) && id.endsWith(`/${personId}`)),
      filled: filledBy(questionnaire.structure, visit.profile.sections, personId, visit.people),
    };
  });
});
