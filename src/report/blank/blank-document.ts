import { MOST_PAGES } from "#core/paper/page-code";
import { err, ok, type Result } from "#core/result";
import { fill } from "../words/fill";
import type { Document } from "../document";
import { type BlankSet, blankTellingOf } from "./blank-set";
import { coverPart } from "./cover-part";
import { linesPart } from "./lines-part";
import { pagesPart } from "./pages-part";
import { planSheets } from "./plan-sheets";

/**
 * A blank set for one child's next conversation, with the words of one age: pages to fill in by hand.
 *
 * Laws    1. each page has a code of its own, which this record and no other takes back
 *         2. of the family it holds names as they like to be called, and nothing else
 *         (tests/unit/report/blank.test.ts)
 * Errors  `NoSuchBand` where the questionnaire has no words for this age; `NothingChosen` without a part to print;
 *         `TooManyPages` for a questionnaire whose pages a code cannot tell apart.
 */
export const blankDocument = (set: BlankSet): Result<Document, NoBlankDocument> => {
  if (!set.instrument.structure.bands.includes(set.band)) return err({ type: "NoSuchBand" });
  if (set.lines.length + set.pages.length === 0 && !set.plan) return err({ type: "NothingChosen" });
  const counts = [set.instrument.structure.strands, ...set.pages.map(({ structure }) => structure.pages)];
  if (counts.some(({ length }) => length > MOST_PAGES)) return err({ type: "TooManyPages" });
  const telling = blankTellingOf(set);
  const { words, say } = telling;
  const { language } = set;
  return ok({
    language: language.tag,
    direction: language.direction,
    title: say(words.blank.title),
    author: set.areaName === "" ? "Strandline" : set.areaName,
    madeAt: new Date(set.madeAtMs).toISOString(),
    // No name: a file lies about in folders that other people open.
    fileName: `blank-set-${set.band}-${set.madeOn}.pdf`,
    running: {
      ...(set.practice ? { practice: language.words.practice } : {}),
      top: say(words.blank.title),
      bottom: [
        say(words.blank.running, {
          title: set.instrument.wording.title,
          version: String(set.instrument.structure.version),
          band: language.words.band[set.band],
        }),
        ...(set.areaName === "" ? [] : [set.areaName]),
      ].join(" · "),
      page: language.words.page,
    },
    notPrintable: fill(language.words.notPrintable, { name: set.childName, sign: "{{sign}}" }, language.direction),
    blocks: [...coverPart(telling), ...linesPart(telling), ...pagesPart(telling), ...planSheets(telling)],
  });
};

export type NoBlankDocument =
  { readonly type: "NoSuchBand" } | { readonly type: "NothingChosen" } | { readonly type: "TooManyPages" };
