import { err, ok, type Result } from "../result";
import type { StrandId } from "../schema/ids";
import type { Visit } from "../schema/visit";
import { withPlan } from "../visit/change-section";
import { MOST_WORKED_ON_FIRST } from "./actions";

const NONE: readonly StrandId[] = [];

/** The strands that people chose to work on first, in their order. */
export const workedOnFirst = (visit: Visit): readonly StrandId[] =>
  visit.plan.sections["work-on-first"]?.strandIds ?? NONE;

/**
 * Chooses one more strand, after those already chosen.
 *
 * Errors  `EnoughChosen` when three are chosen; nothing is pushed out to make room.
 */
export const chooseFirst = (visit: Visit, strandId: StrandId): Result<Visit, EnoughChosen> => {
  const chosen = workedOnFirst(visit);
  if (chosen.includes(strandId)) return ok(visit);
  if (chosen.length >= MOST_WORKED_ON_FIRST) return err({ type: "EnoughChosen", most: MOST_WORKED_ON_FIRST });
  return ok(withFirst(visit, [...chosen, strandId]));
};

export interface EnoughChosen {
  readonly type: "EnoughChosen";
  readonly most: number;
}

export const letGoOfFirst = (visit: Visit, strandId: StrandId): Visit =>
  withFirst(
    visit,
    workedOnFirst(visit).filter((each) => each !== strandId),
  );

/** Puts a chosen strand before the one it follows; the first stays first. */
export const moveUp = (visit: Visit, strandId: StrandId): Visit => {
  const chosen = workedOnFirst(visit);
  const at = chosen.indexOf(strandId);
  const before = chosen[at - 1];
  if (before === undefined) return visit;
  return withFirst(visit, [...chosen.slice(0, at - 1), strandId, before, ...chosen.slice(at + 1)]);
};

const withFirst = (visit: Visit, strandIds: readonly StrandId[]): Visit =>
  withPlan(visit, {
    "work-on-first": { ...(visit.plan.sections["work-on-first"] ?? { hiddenFrom: [] }), strandIds: [...strandIds] },
  });
