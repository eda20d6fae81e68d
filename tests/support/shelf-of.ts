import type { Questionnaire } from "#core/schema/questionnaire";
import { createShelf, type Shelf } from "../../src/ui/app/questionnaire-shelf";

/** A shelf with made-up questionnaires, as an area's own, and nothing that came with the app. */
export const shelfOf = (questionnaires: readonly Questionnaire[]): Shelf => {
  const whole = questionnaires.map((questionnaire) => ({ questionnaire, isOffered: true }));
  return createShelf({ own: async () => ({ whole, leftOut: [] }), language: () => "en-GB", files: {} });
};
