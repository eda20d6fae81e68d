import type { QuestionnaireStructure } from "../schema/questionnaire";
import { MOST_PAGES } from "./page-code";

/**
 * Whether a questionnaire's pages may go into a blank set: those that the child answers, and that may lie on a table.
 *
 * Shape  what is never on the shared screen, or needs a mark of training, is never printed blank either.
 */
export const canBeOnPaper = ({ use, pages }: QuestionnaireStructure): boolean =>
  use.answeredBy === "child" &&
  use.neverShared === undefined &&
  use.training === undefined &&
  pages.length <= MOST_PAGES;
