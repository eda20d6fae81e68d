import { NINE_LINES } from "#core/questionnaire/current-version";
import { shippedVersions } from "./load-questionnaire";
import type { Shelf } from "./questionnaire-shelf";

/** The versions of any questionnaire on this device, the oldest first: the nine lines, or one of pages. */
export const createVersionsHere =
  (shelf: Pick<Shelf, "versionsOf">) =>
  async (questionnaireId: string): Promise<readonly number[]> =>
    questionnaireId === NINE_LINES ? shippedVersions(questionnaireId) : shelf.versionsOf(questionnaireId);
