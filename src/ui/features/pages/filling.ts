import { createContext, use, useCallback, useMemo } from "react";
import { type Filled, filledBy } from "#core/questionnaire/filled";
import type { PageSection } from "#core/schema/page";
import type { FromPaper } from "#core/schema/paper";
import type { Person } from "#core/schema/person";
import type { QuestionnaireStructure, QuestionnaireWording } from "#core/schema/questionnaire";
import { changePage, forWriterAlone } from "#core/visit/change-pages";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";

/**
 * Who fills which questionnaire, and where its pages are.
 *
 * Shape  `structure` has no pages that are closed now. With `isOwn` only its writer ever reads it.
 */
export interface Filling {
  readonly structure: QuestionnaireStructure;
  readonly wording: QuestionnaireWording;
  readonly person: Person;
  readonly isOwn: boolean;
  readonly hasClosedPages: boolean;
  /** Every page, a closed one too: a printed page is named by its place among them. */
  readonly pageIds: readonly string[];
  readonly pagePath: (pageId: string) => string;
  /** Where it is said what was left for later. */
  readonly endPath: string;
  /** Where people go when they are done for now. */
  readonly outPath: string;
}

export const FillingContext = createContext<Filling | null>(null);

/** The printed page that is being copied here now. */
export const CopyingContext = createContext<FromPaper | undefined>(undefined);

export const useFilling = (): Filling => {
  const filling = use(FillingContext);
  if (filling === null) throw new Error("a page of a questionnaire was shown outside one");
  return filling;
};

/** What this person has answered so far, over all the pages that are open. */
export const useFilled = (): Filled => {
  const { structure, person } = useFilling();
  const { people } = useOpenVisit();
  const sections = useVisit((visit) => visit.profile.sections);
  return useMemo(() => filledBy(structure, sections, person.id, people), [structure, sections, person.id, people]);
};

export type ChangePage = (step: (page: PageSection) => PageSection) => void;

/** Changes this person's page, at once and for good: autosave has it. */
export const useChangePage = (pageId: string): ChangePage => {
  const { structure, wording, person, isOwn } = useFilling();
  const { store, people } = useOpenVisit();
  const paper = use(CopyingContext);
  return useCallback(
    (step) => {
      const instrument = { id: structure.id, version: structure.version, language: wording.language };
      store.change((visit) =>
        changePage(
          visit,
          { structure, instrument, pageId, personId: person.id },
          (page) => {
            const next = step(page);
            return isOwn && next !== page ? forWriterAlone(next, people, person.id) : next;
          },
          paper,
        ),
      );
    },
    [store, people, structure, wording, person.id, isOwn, pageId, paper],
  );
};
