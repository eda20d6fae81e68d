import { initialsById } from "#core/visit/shown-initials";
import { chartRowAsShape } from "../chart/chart-shape";
import { layOutChart } from "../chart/layout";
import type { Block, Chart } from "../document";
import { rowWords } from "./mark-words";
import { heading, paragraph, type Telling } from "./telling";

/** How much of the line's hundred a shape takes on a page; a narrow screen moves them further (spread-row.ts). */
const APART_ON_PAGE = 7;

/** The nine lines, with what their shapes mean, and the notice that belongs to every picture. */
export const picturePart = (telling: Telling): readonly Block[] => {
  const { words } = telling;
  return [
    heading(2, words.picture),
    { ...paragraph(words.pictureAbout, "note"), keep: true },
    chartOf(telling),
    ...notThisTime(telling),
    { kind: "notice", text: words.rightNotice },
  ];
};

/** The lines that were left out of today's worry: named, and not drawn, because nothing is missing there. */
const notThisTime = ({ view, words, say, names, copy }: Telling): readonly Block[] => {
  const strands = view.picture.rows
    .filter((row) => row.notThisTime)
    .map(({ strandId }) => copy.instrument.wording.strands[strandId]?.family ?? strandId);
  return strands.length === 0 ? [] : [paragraph(say(words.strandsQuiet, { strands: names(strands) }))];
};

const chartOf = (telling: Telling): Chart => {
  const { view, words, say, copy } = telling;
  const picture = { ...view.picture, rows: view.picture.rows.filter((row) => !row.notThisTime) };
  const isWhole = picture.rows.length === view.picture.rows.length;
  // Letters are given among those whose marks are drawn: nobody hidden shows through them.
  const drawnIds = new Set(picture.rows.flatMap((row) => row.marks.map(({ personId }) => personId)));
  const drawn = view.people.filter(({ id }) => drawnIds.has(id));
  const initials = initialsById(drawn);
  const rows = layOutChart(
    picture,
    {
      kindOf: (personId) => drawn.find(({ id }) => id === personId)?.kind ?? "family",
      initialsOf: (personId) => initials.get(personId) ?? "",
    },
    APART_ON_PAGE,
  );
  const said = picture.rows.map((row) => {
    const views = rowWords(row, telling);
    return views.length === 0 ? words.noMark : views.join(". ");
  });
  const nameOfStrand = (strandId: string): string => copy.instrument.wording.strands[strandId]?.family ?? strandId;
  const anyAgreed = picture.rows.some(({ agreed }) => agreed !== undefined);
  return {
    kind: "chart",
    alt: [
      isWhole ? words.chartAlt : words.chartAltToday,
      ...rows.map(({ strandId }, at) =>
        say(words.chartRow, { strand: nameOfStrand(strandId), views: said[at] ?? words.noMark }),
      ),
    ].join(" "),
    ends: { left: words.left, right: words.right },
    rows: rows.map((row, at) => ({
      name: nameOfStrand(row.strandId),
      words: said[at] ?? words.noMark,
      row: chartRowAsShape(row),
    })),
    key: {
      title: words.key,
      voices: [
        ...drawn.map(({ id, kind }) => ({ shape: kind, initials: initials.get(id) ?? "", name: view.nameOf(id) })),
        ...(anyAgreed ? [{ shape: "agreed" as const, initials: "", name: words.keyTogether }] : []),
      ],
      ...(rows.some(({ marks }) => marks.some(({ open }) => open)) ? { open: words.keyOpen } : {}),
      ...(rows.some(({ range }) => range !== undefined) ? { different: words.keyDifferent } : {}),
    },
  };
};
