import { useLocation } from "react-router";
import { z } from "zod";

/** Where an amendment is begun, and where it is gone back to. */
export type FinishedPage = "picture" | "plan";

const NOTHING = { from: "picture", addedId: "" } as const;

/** What the pages hand to each other with an address; anything else in its place says nothing. */
const PageState = z
  .object({ from: z.enum(["picture", "plan"]).catch(NOTHING.from), addedId: z.string().catch(NOTHING.addedId) })
  .catch(NOTHING);
export type PageState = z.infer<typeof PageState>;

export const usePageState = (): PageState => {
  const { state } = useLocation() as { readonly state: unknown };
  return PageState.parse(state);
};
