import { useEffect, useState } from "react";
import { keptForm } from "../../app/forms/open-form";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { amendmentOf } from "./amendment-draft";
import { isAnythingTyped, keptAmendmentValues } from "./amendment-form";

/** Whether something was begun for this profile and not added, in this window or another. */
export const useHasBegun = (): boolean => {
  const services = useServices();
  const { caseId } = useOpenVisit();
  const profileId = useVisit((visit) => visit.profileId);
  const [hasBegun, setHasBegun] = useState(false);
  useEffect(() => {
    let isOver = false;
    const look = (): void => {
      void keptForm(services, amendmentOf({ profileId, caseId })).then((begun) => {
        // What cannot be read now is told on the page that opens it.
        const found = begun.ok ? begun.value : undefined;
        if (!isOver) setHasBegun(found !== undefined && isAnythingTyped(keptAmendmentValues(found.body)));
      });
    };
    look();
    const stop = services.store.watch.subscribe("drafts", look);
    return () => {
      isOver = true;
      stop();
    };
  }, [services, profileId, caseId]);
  return hasBegun;
};
