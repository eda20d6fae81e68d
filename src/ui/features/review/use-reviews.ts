import { useEffect, useState } from "react";
import { inOrderOfTime } from "#core/review/review-for";
import type { SeenRecord } from "#storage/records";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";

/** The times that this plan was looked at again, the first first; one that another device made is there once it came. Undefined until they are read. */
export const useReviews = (): readonly SeenRecord<"review">[] | undefined => {
  const { store } = useServices();
  const { caseId } = useOpenVisit();
  const profileId = useVisit((visit) => visit.profileId);
  const [reviews, setReviews] = useState<readonly SeenRecord<"review">[]>();
  useEffect(() => {
    let asked = 0;
    const look = (): void => {
      asked += 1;
      const askedAt = asked;
      void store.records.reviewsOf(caseId).then((listed) => {
        // An answer that comes late must not take back what a newer one has shown.
        if (askedAt !== asked || !listed.ok) return;
        setReviews(inOrderOfTime(listed.value.records.filter(({ body }) => body.profileId === profileId)));
      });
    };
    look();
    const stop = store.watch.subscribe("records", look);
    return () => {
      asked += 1;
      stop();
    };
  }, [store, caseId, profileId]);
  return reviews;
};
