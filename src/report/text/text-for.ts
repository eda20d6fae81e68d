import { ok, type Result } from "#core/result";
import type { ExportFile } from "#core/schema/export-file";
import { type DataAsked, type NoData, viewOfFile } from "../exported/view-of-file";
import { earlierPart } from "../family/earlier-part";
import { finishPart } from "../family/finish-part";
import { openingPart, strengthsPart } from "../family/opening-part";
import { planPart } from "../family/plan-part";
import { strandsPart } from "../family/strands-part";
import type { Telling } from "../family/telling";
import { fitText } from "./fit";
import { partsOfBlocks, type TextPart } from "./pieces";

/** What a box for notes in most systems takes. */
export const LONGEST_TEXT = 2000;

/**
 * A finished profile as plain text for somebody's own system, for one reader: 2,000 characters at most.
 *
 * Laws    1. it is the same whether or not a section hidden from its reader exists
 *         2. no position stands in it as a number
 *         3. it says what it is for, for whom it was made, and what did not fit
 *         (tests/unit/report/text/)
 * Errors  those of `viewOfFile`.
 */
export const textFor = (file: ExportFile, asked: DataAsked): Result<string, NoData> => {
  const seen = viewOfFile(file, asked);
  if (!seen.ok) return seen;
  const { telling } = seen.value;
  const { words, say } = telling;
  return ok(
    fitText({
      head: headOf(file, telling),
      parts: partsIn(telling),
      foot: [words.rightNotice, words.purpose].join("\n"),
      leftOut: (titles) => say(words.data.leftOut, { parts: titles.join("; ") }),
      atMost: LONGEST_TEXT,
    }),
  );
};

const headOf = (file: ExportFile, { view, words, say, dayAt, copy }: Telling): string => {
  const reader = view.nameOf(view.reader.id) || view.reader.name;
  return [
    ...(file.practice ? [words.practice] : []),
    say(words.title, { name: view.nameOf(view.child.id) }),
    say(words.madeFor, { reader, maker: copy.madeBy.name, date: dayAt(copy.madeAtMs) }),
    say(words.data.talkedOn, { date: dayAt(view.sections.frame.startedAtMs) }),
  ].join("\n");
};

/** What was put right comes first: no old words are read without it. The title of the copy is in the head already. */
const partsIn = (telling: Telling): readonly TextPart[] => {
  const { words } = telling;
  const finish = partsOfBlocks(finishPart(telling));
  const isCorrection = ({ title }: TextPart): boolean => title === words.corrections;
  return [
    ...finish.filter(isCorrection),
    ...partsOfBlocks(openingPart(telling)).slice(1),
    ...partsOfBlocks(planPart(telling)),
    ...partsOfBlocks(strengthsPart(telling)),
    ...finish.filter((part) => !isCorrection(part)),
    ...partsOfBlocks(strandsPart(telling)),
    ...partsOfBlocks(earlierPart(telling)),
  ];
};
