import { err, ok, type Result } from "../result";
import type { StrandId } from "../schema/ids";
import { type ExpectedPage, type PageCodeFault, readPageCode } from "./read-page-code";

/** The line that a page is to be copied into, and in whose words that line stands. */
export interface ExpectedLine extends ExpectedPage {
  readonly strandIds: readonly StrandId[];
  readonly strandId: StrandId;
  readonly forChild: boolean;
}

/**
 * The code of a page that belongs to this line, as it is kept; or why the page cannot be copied here.
 *
 * Errors  those of `readPageCode`; `NotALine` for the cover, the plan and other pages; `ChildsWords` and `AdultsWords`
 *         where the page has the other words under its line; `AnotherLine` with the one it is for.
 */
export const pageForLine = (typed: string, expected: ExpectedLine): Result<string, LinePageFault> => {
  const read = readPageCode(typed, expected);
  if (!read.ok) return read;
  const { part, number, code } = read.value;
  if (part !== "line" && part !== "child-line") return err({ type: "NotALine" });
  // A mark stands among the words it was made beside: an adult's line is never filled from a child's page.
  if (part === "child-line" && !expected.forChild) return err({ type: "ChildsWords" });
  if (part === "line" && expected.forChild) return err({ type: "AdultsWords" });
  const strandId = expected.strandIds[number - 1];
  if (strandId === undefined) return err({ type: "NotALine" });
  return strandId === expected.strandId ? ok(code) : err({ type: "AnotherLine", strandId });
};

export type LinePageFault =
  | PageCodeFault
  | { readonly type: "NotALine" }
  | { readonly type: "ChildsWords" }
  | { readonly type: "AdultsWords" }
  | { readonly type: "AnotherLine"; readonly strandId: StrandId };
