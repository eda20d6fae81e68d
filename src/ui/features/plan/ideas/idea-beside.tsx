import type { Idea } from "#core/schema/plan";
import { IdeaNotes } from "./idea-notes";
import { WithdrawnNote } from "./withdrawn-note";

/** What stands beside an action that was made from an idea, wherever the action is shown. */
export const IdeaBeside = ({ idea }: { readonly idea: Idea }) => (
  <>
    <WithdrawnNote idea={idea} />
    <IdeaNotes idea={idea} />
  </>
);
