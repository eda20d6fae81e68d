import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useParams } from "react-router";
import { GuestHeader } from "../family-view/guest-header";
import { useFamilyView, useIsGuest } from "../family-view/use-family-view";
import { FollowedVisit } from "./followed-visit";
import { useKeepPlace } from "./keep-place";
import { useOpenVisit } from "./open-visit";
import { OpenedVisit } from "./opened-visit";
import { VisitHeader } from "./visit-header";
import { WordsLine } from "./words-line";

interface VisitLayoutProps {
  /** What is shown of a visit that another window writes. */
  readonly followed: ReactNode;
}

/**
 * Everything inside one visit or one finished profile. It opens in family view: nothing of any other child is on the
 * screen or one tap away.
 */
export const VisitLayout = ({ followed }: VisitLayoutProps) => {
  const { profileId = "" } = useParams();
  return (
    <OpenedVisit
      key={profileId}
      profileId={profileId}
      followed={
        <>
          <VisitHeader />
          <FollowedVisit>{followed}</FollowedVisit>
        </>
      }
    >
      <KeepPlace>
        <Head />
        <Outlet />
      </KeepPlace>
    </OpenedVisit>
  );
};

/** What stands above the pages; above a guest's own there is nothing of the visit around them. */
const Head = () =>
  useIsGuest() ? (
    <GuestHeader />
  ) : (
    <>
      <VisitHeader />
      <WordsLine />
    </>
  );

const PAGES = ["start", "strands", "picture", "plan", "more"];

/** The pages that every visit has; those of a questionnaire are kept where it is known that there are such. */
const KeepPlace = ({ children }: { readonly children: ReactNode }) => {
  const { strandIds } = useOpenVisit();
  // Brought along with the visit: asking who is here takes no page off the screen.
  useTranslation("family-view");
  useShownTo();
  useKeepPlace((place) => PAGES.includes(place) || strandIds.some((strandId) => place === `strands/${strandId}`));
  return children;
};

/** Says that a page of this visit is on the screen: whoever is at the table sees it. */
const useShownTo = (): void => {
  const { finished } = useOpenVisit();
  const { profileId = "" } = useParams();
  const { pathname } = useLocation();
  const { shows } = useFamilyView();
  const place = pathname.split("/").slice(3).join("/");
  useEffect(() => {
    shows({ profileId, place, finished });
  }, [shows, profileId, place, finished]);
};
