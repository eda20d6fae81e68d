import { pageCode, type PaperPart } from "#core/paper/page-code";
import type { Sheet } from "../paper-blocks";
import type { BlankTelling } from "./blank-set";

/** Which page of the set, in whose words, and for whom. */
export interface SheetOf {
  readonly part: PaperPart;
  readonly number: number;
  /** Empty on a page that nobody fills in alone; without a name, whoever does writes theirs. */
  readonly whose: "nobody" | "open" | { readonly name: string };
  /** The nine lines' own, unless it is said. */
  readonly questionnaire?: { readonly id: string; readonly version: number };
}

/** The head of one page of the set, with its code. */
export const sheetOf = ({ set, words, say }: BlankTelling, { part, number, whose, questionnaire }: SheetOf): Sheet => ({
  kind: "sheet",
  label: words.blank.code,
  code: pageCode({
    caseId: set.caseId,
    questionnaire: questionnaire ?? set.instrument.structure,
    band: set.band,
    part,
    number,
  }),
  whose:
    typeof whose === "object"
      ? say(words.blank.forWhom, { whose: whose.name })
      : whose === "open"
        ? words.blank.forNobody
        : "",
  open: whose === "open",
});
