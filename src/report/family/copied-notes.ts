import { copiedIn } from "#core/paper/copied";
import type { FromPaper } from "#core/schema/paper";
import { voiceOf } from "#core/schema/profile";
import type { Paragraph } from "../document";
import { paragraph, type Telling } from "./telling";

/**
 * What on one line was copied from paper, by whom and when, person by person.
 *
 * Missing  whoever copied it and may not be named to this reader is told as somebody.
 */
export const copiedNotes = (strandId: string, telling: Telling): readonly Paragraph[] =>
  telling.view.people.flatMap(({ id }) => {
    const voice = voiceOf(telling.view.sections, strandId, id);
    if (voice === undefined) return [];
    const name = telling.view.nameOf(id);
    return copiedIn(voice).map(({ what, paper }) => noteOf(telling.words.copied[what], name, paper, telling));
  });

/** That a part of the plan was copied from paper; nothing where it was written on the screen. */
export const copiedPart = (paper: FromPaper | undefined, telling: Telling): readonly Paragraph[] =>
  paper === undefined ? [] : [noteOf(telling.words.copied.plan, "", paper, telling)];

const noteOf = (words: string, name: string, { by, atMs, on }: FromPaper, telling: Telling): Paragraph => {
  const { say, day, dayAt } = telling;
  const told = say(words, { name, by: copierOf(by, telling), date: dayAt(atMs) });
  const written = on === undefined ? "" : ` ${say(telling.words.copiedOn, { date: day(on) })}`;
  return paragraph(`${told}${written}`, "note");
};

const copierOf = (personId: string, { view, copy, words }: Telling): string => {
  if (personId === copy.madeBy.id) return copy.madeBy.name;
  const name = view.nameOf(personId);
  return name === "" ? words.copiedBy : name;
};
