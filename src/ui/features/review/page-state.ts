import { useLocation } from "react-router";
import { z } from "zod";

/** What the form hands to the plan with its address; anything else in its place says nothing. */
const PageState = z.object({ keptReviewId: z.string().catch("") }).catch({ keptReviewId: "" });

/** The review that was finished just now. */
export const useKeptReviewId = (): string => {
  const { state } = useLocation() as { readonly state: unknown };
  return PageState.parse(state).keptReviewId;
};

/** The review that a list named, by the place in the address. */
export const useNamedReviewId = (): string => /^#review-(.+)$/.exec(useLocation().hash)?.[1] ?? "";
