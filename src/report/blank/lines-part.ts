import type { Places } from "#core/schema/instrument";
import type { Block } from "../document";
import { heading, paragraph } from "../family/telling";
import type { EmptyLine } from "../paper-blocks";
import type { BlankTelling, WhoseSheets } from "./blank-set";
import { type SheetOf, sheetOf } from "./sheet-of";

/** One set of lines for each person who fills one in: every line on a page of its own. */
export const linesPart = (telling: BlankTelling): readonly Block[] =>
  telling.set.lines.flatMap((whose) =>
    telling.set.instrument.structure.strands.flatMap(({ id }, at) => linePage(telling, whose, id, at + 1)),
  );

const linePage = (telling: BlankTelling, whose: WhoseSheets, strandId: string, number: number): readonly Block[] => {
  const { words, set, say } = telling;
  const { wording, structure } = set.instrument;
  const strand = wording.strands[strandId];
  if (strand === undefined) throw new Error("a line without words was let in");
  const forChild = whose.kind === "child";
  const asking = forChild ? "child" : "adult";
  const pattern = structure.strands.find(({ id }) => id === strandId)?.pattern ?? [];
  const hasPattern = pattern.length > 0 && !forChild;
  return [
    sheetOf(telling, { part: forChild ? "child-line" : "line", number, whose: nameOf(telling, whose) }),
    heading(2, strand.family),
    paragraph(forChild ? words.blank.childQuestion : wording.question, "plain"),
    paragraph(forChild ? words.blank.childMarkHere : say(words.blank.markHere, { heading: strand.heading }), "note"),
    emptyLine(telling, strandId, forChild),
    { kind: "ticks", items: [words.blank.pass, words.blank.tooEarly] },
    { kind: "room", label: words.blank[asking].goesWell, lines: hasPattern ? 2 : 3 },
    { kind: "room", label: words.blank[asking].harder, lines: 2 },
    { kind: "room", label: words.blank[asking].helps, lines: 2 },
    { kind: "room", label: words.blank[asking].takesOut, lines: hasPattern ? 1 : 2 },
    ...(hasPattern
      ? [
          {
            kind: "ticks" as const,
            label: words.blank.pattern,
            items: pattern.map((each) => strand.pattern?.[each] ?? each),
          },
        ]
      : []),
    {
      kind: "fields",
      items: [
        { label: words.blank.notToSee, share: 62 },
        { label: words.blank.today, share: 38 },
      ],
    },
  ];
};

const nameOf = ({ childName }: BlankTelling, whose: WhoseSheets): SheetOf["whose"] => {
  if (whose.kind === "child") return { name: childName };
  return whose.name === "" ? "open" : { name: whose.name };
};

const emptyLine = ({ set, words, say }: BlankTelling, strandId: string, forChild: boolean): EmptyLine => {
  const { wording } = set.instrument;
  const about = wording.strands[strandId]?.descriptions[set.band];
  const ends: Places = forChild ? wording.lineForChild : wording.line;
  const place = (at: keyof Places) => ({
    words: ends[at],
    ...(forChild || about === undefined ? {} : { about: about[at] }),
  });
  return {
    kind: "empty-line",
    alt: say(words.blank.lineAlt, { left: ends.left, right: ends.right }),
    pictures: forChild,
    places: [place("left"), place("middle"), place("right")],
  };
};
