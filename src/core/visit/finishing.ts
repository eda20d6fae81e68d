import { err, ok, type Result } from "../result";
import type { Id } from "../schema/ids";
import type { Finish } from "../schema/profile";
import { DifferentView, Finishing, type Visit } from "../schema/visit";
import { type FinishedVisit, type FinishFault, finishVisit, type FinishWhen } from "./finish-visit";

const nothingChosen: Finishing = Finishing.parse({});

/** How people mean to finish, as far as it was chosen and written. */
export const finishingIn = (visit: Visit): Finishing => visit.finishing ?? nothingChosen;

/** Chooses a way to finish; the first time that people see some of it differently, there is a row to write it in. */
export const chooseWay = (visit: Visit, way: Exclude<Finishing["way"], "">, newViewId: Id): Visit => {
  const chosen = changeFinishing(visit, { way });
  return way === "seen-differently" && finishingIn(visit).views.length === 0 ? addView(chosen, newViewId) : chosen;
};

export const addView = (visit: Visit, viewId: Id): Visit =>
  changeFinishing(visit, { views: [...finishingIn(visit).views, DifferentView.parse({ id: viewId })] });

export const changeView = (visit: Visit, viewId: Id, change: Partial<Omit<DifferentView, "id">>): Visit =>
  changeFinishing(visit, {
    views: finishingIn(visit).views.map((view) => (view.id === viewId ? { ...view, ...change } : view)),
  });

export const removeView = (visit: Visit, viewId: Id): Visit =>
  changeFinishing(visit, { views: finishingIn(visit).views.filter((view) => view.id !== viewId) });

/** Puts a removed view back, after the others. */
export const putBackView = (visit: Visit, view: DifferentView): Visit =>
  changeFinishing(visit, { views: [...finishingIn(visit).views, view] });

const changeFinishing = (visit: Visit, change: Partial<Finishing>): Visit => ({
  ...visit,
  finishing: { ...finishingIn(visit), ...change },
});

/**
 * Finishes a visit in the way that was chosen in it.
 *
 * Errors  every reason at once, each with its place: those of `finishVisit`, no way chosen, a view without its words
 *         or without the person whose it is. The visit is unchanged.
 */
export const finishAsChosen = (visit: Visit, when: FinishWhen): Result<FinishedVisit, NotReadyAsChosen> => {
  const chosen = outcomeOf(finishingIn(visit));
  const finished = finishVisit(visit, chosen.ok ? chosen.value : { kind: "for-today" }, when);
  if (chosen.ok && finished.ok) return finished;
  return err({
    type: "NotReadyToFinish",
    reasons: [...(finished.ok ? [] : finished.error.reasons), ...(chosen.ok ? [] : chosen.error)],
  });
};

export interface NotReadyAsChosen {
  readonly type: "NotReadyToFinish";
  readonly reasons: readonly (FinishFault | ChoiceFault)[];
}

/** A row in which nothing was written says nothing, and is left out. */
const outcomeOf = ({ way, views }: Finishing): Result<Finish["outcome"], readonly ChoiceFault[]> => {
  if (way === "") return err([{ type: "NoWayChosen" }]);
  if (way !== "seen-differently") return ok({ kind: way });
  const written = views.filter((view) => view.personId !== "" || view.where.trim() !== "" || view.words.trim() !== "");
  if (written.length === 0) return err([{ type: "NoDifferentView" }]);
  const faults = written.flatMap(({ id, personId, words }): readonly ChoiceFault[] => [
    ...(personId === "" ? [{ type: "ViewWithoutPerson", viewId: id } as const] : []),
    ...(words.trim() === "" ? [{ type: "ViewWithoutWords", viewId: id } as const] : []),
  ]);
  if (faults.length > 0) return err(faults);
  return ok({ kind: way, views: written.map(({ personId, where, words }) => ({ personId, where, words })) });
};

export type ChoiceFault =
  | { readonly type: "NoWayChosen" }
  | { readonly type: "NoDifferentView" }
  | { readonly type: "ViewWithoutPerson"; readonly viewId: Id }
  | { readonly type: "ViewWithoutWords"; readonly viewId: Id };
