import type { FromPaper } from "../schema/paper";
import type { Section } from "../schema/section";
import type { Visit } from "../schema/visit";
import { withPlan } from "../visit/change-section";

/** A part of the plan that a printed page has room for: what the child wants, something to try, or a gap. */
type PlanPart = Section & { readonly paper?: FromPaper | undefined };

/**
 * A visit after a change of its plan, with the printed page that each part was copied from.
 *
 * Shape    a part is copied for as long as all of it is: what is changed on the screen is the screen's. What was taken
 *          out and is put back is as it was.
 * Missing  nothing is copied into a part that says nothing.
 */
export const withPlanCopiedFrom = (before: Visit, after: Visit, paper?: FromPaper): Visit => {
  if (before.plan === after.plan) return after;
  const [earlier, now] = [partsOf(before), partsOf(after)];
  const changed = Object.fromEntries(
    Object.entries(now).flatMap(([sectionId, part]) => {
      const next = partAfter(earlier[sectionId], part, paper);
      return next === part ? [] : [[sectionId, next]];
    }),
  );
  return Object.keys(changed).length === 0 ? after : withPlan(after, changed);
};

const partAfter = (before: PlanPart | undefined, after: PlanPart, paper: FromPaper | undefined): PlanPart => {
  const isPutBack = before === undefined && after.paper !== undefined;
  if (isPutBack || (before !== undefined && saidIn(before) === saidIn(after))) return after;
  const isAllCopied = before === undefined || before.paper !== undefined || !saysAnything(before);
  if (paper !== undefined && isAllCopied && saysAnything(after)) return { ...after, paper };
  const { paper: earlier, ...own } = after;
  return earlier === undefined ? after : own;
};

const partsOf = ({ plan }: Visit): Readonly<Record<string, PlanPart>> =>
  Object.fromEntries(
    Object.entries(plan.sections as object as Readonly<Record<string, PlanPart>>).filter(([sectionId]) =>
      /^(?:goal$|action\/|not-available\/)/.test(sectionId),
    ),
  );

const saidIn = ({ paper: _paper, ...part }: PlanPart): string => JSON.stringify(part);

/** What a new part begins with says nothing yet. */
const saysAnything = ({ asked: _asked, changes: _changes, ...part }: PlanPart): boolean =>
  part["idea"] !== undefined || Object.values(part).some((said) => typeof said === "string" && said.trim() !== "");
