import { useEffect, useState } from "react";
import { useServices } from "../../app/services";
import { useVisit } from "../../app/visit/open-visit";
import { isAnythingTyped, keptAmendmentValues } from "./amendment-form";
import { begunAmendment } from "./open-amendment-draft";

/** Whether something was begun for this profile and not added, in this window or another. */
export const useHasBegun = (): boolean => {
  const services = useServices();
  const profileId = useVisit((visit) => visit.profileId);
  const [hasBegun, setHasBegun] = useState(false);
  useEffect(() => {
    let isOver = false;
    const look = (): void => {
      void begunAmendment(services, profileId).then((begun) => {
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
  }, [services, profileId]);
  return hasBegun;
};
