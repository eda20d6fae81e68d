import { type Voice, voiceOf } from "#core/schema/profile";
import type { PictureRow } from "#core/scoring/picture";
import { bandOn, besideOtherWords } from "#core/scoring/band-on";
import { copiedNotes } from "./copied-notes";
import type { Block, Paragraph } from "../document";
import { rowWords } from "./mark-words";
import { heading, labelled, paragraph, part, type Telling } from "./telling";

/** Line by line: where each person's mark stands, in words, and what they said. */
export const strandsPart = (telling: Telling): readonly Block[] => {
  const { view, words, say, copy, names } = telling;
  const nameOfStrand = (strandId: string): string => copy.instrument.wording.strands[strandId]?.family ?? strandId;
  const told = view.picture.rows.map((row) => ({ row, blocks: strandBlocks(row, telling) }));
  // What was left out of today's worry is named beside the picture.
  const quiet = told
    .filter(({ row, blocks }) => blocks.length === 0 && !row.notThisTime)
    .map(({ row }) => nameOfStrand(row.strandId));
  return [
    heading(2, words.strands),
    ...told.flatMap(({ row, blocks }) => part(heading(3, nameOfStrand(row.strandId)), blocks)),
    ...(quiet.length === 0 ? [] : [paragraph(say(words.strandsQuiet, { strands: names(quiet) }), "note")]),
  ];
};

const strandBlocks = (row: PictureRow, telling: Telling): readonly Block[] => {
  const { view, words, say } = telling;
  const views = rowWords(row, telling);
  const spoken = view.people.flatMap((person) => {
    const voice = voiceOf(view.sections, row.strandId, person.id);
    return voice === undefined ? [] : voiceBlocks(voice, row.strandId, view.nameOf(person.id), telling);
  });
  if (views.length === 0 && spoken.length === 0 && !row.seenDifferently) return [];
  const band = bandOn(row.strandId, view.sections);
  return [
    ...(views.length === 0 ? [] : [{ kind: "list" as const, items: views.map((text) => ({ text })) }]),
    ...(row.seenDifferently
      ? [paragraph(words.seenDifferently)]
      : view.picture.looksDifferent.includes(row.strandId)
        ? [paragraph(words.looksDifferent)]
        : []),
    ...(band === view.sections.frame.band ? [] : [paragraph(say(words.otherBand, { band: words.band[band] }), "note")]),
    ...besideNotes(row.strandId, telling),
    ...copiedNotes(row.strandId, telling),
    ...spoken,
  ];
};

/** Whose marks were made beside the words of another age, before people chose these. */
const besideNotes = (strandId: string, { view, words, say }: Telling): readonly Paragraph[] =>
  besideOtherWords(strandId, view.sections).map(({ ownerId, band }) => {
    const said = { name: view.nameOf(ownerId), band: words.band[band] };
    return paragraph(say(ownerId === "agreed" ? words.togetherBeside : words.markedBeside, said), "note");
  });

/** One person's words on one line; the name keeps to the first of them. */
const voiceBlocks = (voice: Voice, strandId: string, name: string, telling: Telling): readonly Paragraph[] => {
  const { words, say, copy } = telling;
  const spoken = [
    ...labelled(words.pattern, copy.instrument.wording.strands[strandId]?.pattern?.[voice.pattern] ?? ""),
    ...labelled(words.goesWell, voice.goesWell),
    ...labelled(words.harder, voice.harder),
    ...labelled(words.helps, voice.helps),
    ...labelled(words.takesOut, voice.takesOut),
  ];
  return spoken.length === 0 ? [] : [paragraph(say(words.wordsOf, { name }), "label"), ...spoken];
};
