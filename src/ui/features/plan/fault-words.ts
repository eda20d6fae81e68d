import { useTranslation } from "react-i18next";
import { actionsOf } from "#core/plan/actions";
import type { Visit } from "#core/schema/visit";
import { unreachable } from "#core/result";
import { finishingIn, type NotReadyAsChosen } from "#core/visit/finishing";

export type Fault = NotReadyAsChosen["reasons"][number];

/** The names of places on this page: what an error leads to carries the same name as `data-place`. */
export const places = {
  actionWhat: (actionId: string) => `action/${actionId}/what`,
  actionChanges: (actionId: string) => `action/${actionId}/changes`,
  tooMany: "actions/too-many",
  forFamily: "actions/for-family",
  way: "finish/way",
  viewPerson: (viewId: string) => `view/${viewId}/person`,
  viewWords: (viewId: string) => `view/${viewId}/words`,
  addView: "finish/add-view",
};

/** Where on the page a fault is put right; the agreement is on another page and has none. */
export const placeOfFault = (fault: Fault, visit: Visit): string | null => {
  switch (fault.type) {
    case "ActionWithoutWords":
      return places.actionWhat(fault.actionId);
    case "TooManyActions":
      return places.tooMany;
    case "TooManyForFamily":
      return places.forFamily;
    case "NothingAdultsChange":
      return places.actionChanges(actionsOf(visit.plan.sections)[0]?.id ?? "");
    case "NoWayChosen":
      return places.way;
    case "NoDifferentView":
      return firstViewPlace(visit);
    case "ViewWithoutPerson":
      return places.viewPerson(fault.viewId);
    case "ViewWithoutWords":
      return places.viewWords(fault.viewId);
    case "DifferentViewWithoutWords":
      return firstViewPlace(visit);
    case "NotAgreed":
      return null;
    default:
      return unreachable(fault);
  }
};

const firstViewPlace = (visit: Visit): string => {
  const first = finishingIn(visit).views[0];
  return first === undefined ? places.addView : places.viewPerson(first.id);
};

/** Says what stands in the way, naming actions and views by the numbers they carry on the page. */
export const useFaultWords = (): ((fault: Fault, visit: Visit) => string) => {
  const { t } = useTranslation("plan");
  return (fault, visit) => {
    switch (fault.type) {
      case "ActionWithoutWords":
        return t("fault.ActionWithoutWords", {
          number: actionsOf(visit.plan.sections).findIndex(({ id }) => id === fault.actionId) + 1,
        });
      case "ViewWithoutPerson":
      case "ViewWithoutWords":
        return t(`fault.${fault.type}`, {
          number: finishingIn(visit).views.findIndex(({ id }) => id === fault.viewId) + 1,
        });
      default:
        return t(`fault.${fault.type}`);
    }
  };
};
