import { Navigate } from "react-router";
import { pageToOpen } from "#core/questionnaire/next-page";
import { NotFound } from "../../app/not-found";
import { useFilled, useFilling } from "./filling";

/** Goes to the page to begin with, or to carry on with. */
export const OpenPage = () => {
  const { structure, pagePath } = useFilling();
  const pageId = pageToOpen(structure, useFilled());
  return pageId === undefined ? <NotFound /> : <Navigate to={pagePath(pageId)} replace />;
};
