import { useEffect } from "react";
import { useLocation } from "react-router";
import { useServices } from "../services";

/**
 * Tells the lock that a visit is being made on this page. It lasts until its address is left, or it is finished; while
 * it opens, or opens again, nothing is known (`null`).
 */
export const useVisitOnPage = (profileId: string, isBeingMade: boolean | null): void => {
  const { lock } = useServices();
  useEffect(() => {
    if (isBeingMade === true) lock.visitOpened(profileId);
    if (isBeingMade === false && lock.openVisitId() === profileId) lock.visitLeft();
  }, [lock, profileId, isBeingMade]);
};

/** Tells the lock when the address of the visit is left; from one of its pages to another it goes on. */
export const useLeavingVisit = (): void => {
  const { lock } = useServices();
  const { pathname } = useLocation();
  useEffect(() => {
    const visitId = lock.openVisitId();
    if (visitId !== null && !pathname.startsWith(`/profiles/${visitId}/`)) lock.visitLeft();
  }, [lock, pathname]);
};
