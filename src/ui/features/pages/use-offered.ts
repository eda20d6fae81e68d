import { safetyQuestionsClosed } from "#core/flow/start-state";
import { type Offered, offeredNow } from "#core/questionnaire/offered";
import type { QuestionnaireStructure } from "#core/schema/questionnaire";
import { emptyHere } from "#core/visit/change-section";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";

/** Whether somebody interprets whom safety is not asked through. */
export const useRelativeInterprets = (): boolean =>
  useVisit((visit) => safetyQuestionsClosed(visit.profile.sections.here ?? emptyHere));

/** Of some questionnaires those that may be named on this screen, and whether each is offered in this visit. */
export const useOffered = <T extends { readonly structure: QuestionnaireStructure }>(
  questionnaires: readonly T[],
  screen: "shared" | "own",
): readonly Offered<T>[] => {
  const { training, today } = useServices();
  const { caseBody, before } = useOpenVisit();
  const relativeInterprets = useRelativeInterprets();
  return offeredNow(questionnaires, {
    screen,
    bornOn: caseBody.sections.child.bornOn,
    today: today(),
    isFirstVisit: before === undefined,
    training,
    relativeInterprets,
  });
};
