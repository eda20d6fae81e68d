import type { PageSection } from "../schema/page";
import type { FromPaper } from "../schema/paper";

/**
 * A page after a change, with the printed page it was copied from.
 *
 * Shape    it is copied for as long as all its answers are: one that is given on the screen makes the page the
 *          screen's. Who should not see it is no answer.
 * Missing  nothing is copied on a page without an answer.
 */
export const withCopiedFrom = (before: PageSection, after: PageSection, paper?: FromPaper): PageSection => {
  if (saidOn(before) === saidOn(after)) return after;
  const { paper: earlier, ...own } = after;
  const isAllCopied = paper !== undefined && hasAnswers(after) && canBeCopiedTo(before);
  if (isAllCopied) return { ...after, paper };
  return earlier === undefined ? after : own;
};

/** Whether no answer of this page was given on the screen, so that a printed page can be copied here. */
export const canBeCopiedTo = (page: PageSection): boolean => page.paper !== undefined || !hasAnswers(page);

const hasAnswers = ({ answers }: PageSection): boolean => Object.keys(answers).length > 0;
const saidOn = ({ answers, added }: PageSection): string => JSON.stringify([answers, added]);
