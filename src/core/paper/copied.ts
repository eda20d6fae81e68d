import type { FromPaper } from "../schema/paper";
import type { Mark } from "../schema/mark";
import type { Voice } from "../schema/profile";
import { WORD_FIELDS } from "./copied-words";

/** One thing that is said of what was copied: the mark, an answer without one, the words, some of them, or the mark and the words. */
export interface Copied {
  readonly what: "mark" | "answer" | "words" | "some-words" | "mark-and-words";
  readonly paper: FromPaper;
}

/** The page that a mark, or an answer without one, was copied from; nothing for what was made on the screen. */
export const paperOfMark = (mark: Mark): FromPaper | undefined => {
  if (mark.kind === "none") return undefined;
  if (mark.kind !== "placed") return mark.paper;
  return mark.how.kind === "from-paper" ? mark.how.paper : undefined;
};

/**
 * What one person's mark and words on one line were copied from, as it is told beside them.
 *
 * Missing  nothing where all of it was made on the screen, and nothing of a field without words.
 */
export const copiedIn = (voice: Voice): readonly Copied[] => {
  const said = WORD_FIELDS.filter((field) => voice[field].trim() !== "");
  const papers = said.flatMap((field) => voice.paperByField?.[field] ?? []);
  const pages = [...new Map(papers.map((paper) => [keyOf(paper), paper])).values()];
  const isAll = papers.length === said.length && pages.length === 1;
  const words = pages.map((paper): Copied => ({ what: isAll ? "words" : "some-words", paper }));
  const mark = paperOfMark(voice.mark);
  if (mark === undefined) return words;
  if (voice.mark.kind !== "placed") return [{ what: "answer", paper: mark }, ...words];
  const same = words.find(({ what, paper }) => what === "words" && keyOf(paper) === keyOf(mark));
  return same === undefined ? [{ what: "mark", paper: mark }, ...words] : [{ what: "mark-and-words", paper: mark }];
};

/** What people are told of a page: who copied it, when, and the day on it. */
const keyOf = ({ by, atMs, code, on = "" }: FromPaper): string => [by, atMs, code, on].join(" ");
