import type { ReactNode } from "react";
import { Outlet, useParams } from "react-router";
import { useKeepPlace } from "./keep-place";
import { useOpenVisit } from "./open-visit";
import { OpenedVisit } from "./opened-visit";
import { VisitHeader } from "./visit-header";
import { WordsLine } from "./words-line";

/**
 * Everything inside one visit or one finished profile. It opens in family view: nothing of any other child is on the
 * screen or one tap away.
 */
export const VisitLayout = () => {
  const { profileId = "" } = useParams();
  return (
    <OpenedVisit key={profileId} profileId={profileId}>
      <KeepPlace>
        <VisitHeader />
        <WordsLine />
        <Outlet />
      </KeepPlace>
    </OpenedVisit>
  );
};

const PAGES = ["start", "strands", "picture", "plan", "more"];

/** The pages that every visit has; those of a questionnaire are kept where it is known that there are such. */
const KeepPlace = ({ children }: { readonly children: ReactNode }) => {
  const { strandIds } = useOpenVisit();
  useKeepPlace((place) => PAGES.includes(place) || strandIds.some((strandId) => place === `strands/${strandId}`));
  return children;
};
