import type { Questionnaire } from "#core/schema/questionnaire";
import { createShelf, type Shelf } from "../../src/ui/app/questionnaire-shelf";

/** A shelf with made-up questionnaires, as an area's own, and nothing that came with the app. */
export const shelfOf = (questionnaires: readonly Questionnaire[]): Shelf =>
  createShelf({ own: async () => questionnaires, language: () => "en-GB", files: {} });
