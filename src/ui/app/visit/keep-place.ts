import { useLayoutEffect } from "react";
import { useLocation } from "react-router";
import { useOpenVisit } from "./open-visit";

/** Remembers the page inside the visit, so that a reopened app lands on it again. `isPage` says that there is one. */
export const useKeepPlace = (isPage: (place: string) => boolean): void => {
  const { store, finished } = useOpenVisit();
  const { pathname } = useLocation();
  const place = pathname.split("/").slice(3).join("/");
  const isKept = !finished && isPage(place);
  // Before the page is painted: a page that is seen is never called saved before its place is.
  useLayoutEffect(() => {
    if (!isKept) return;
    store.change((visit) => (visit.place === place && !visit.left ? visit : { ...visit, place, left: false }));
  }, [store, isKept, place]);
};
