import { copiedIn } from "#core/paper/copied";
import { voiceOf } from "#core/schema/profile";
import type { Paragraph } from "../document";
import { paragraph, type Telling } from "./telling";

/**
 * What on one line was copied from paper, by whom and when, person by person.
 *
 * Missing  whoever copied it and may not be named to this reader is told as somebody.
 */
export const copiedNotes = (strandId: string, telling: Telling): readonly Paragraph[] => {
  const { view, copy, words, say, day, dayAt } = telling;
  const copierOf = (personId: string): string => {
    if (personId === copy.madeBy.id) return copy.madeBy.name;
    const name = view.nameOf(personId);
    return name === "" ? words.copiedBy : name;
  };
  return view.people.flatMap(({ id }) => {
    const voice = voiceOf(view.sections, strandId, id);
    if (voice === undefined) return [];
    return copiedIn(voice).map(({ what, paper: { by, atMs, on } }) => {
      const told = say(words.copied[what], { name: view.nameOf(id), by: copierOf(by), date: dayAt(atMs) });
      const written = on === undefined ? "" : ` ${say(words.copiedOn, { date: day(on) })}`;
      return paragraph(`${told}${written}`, "note");
    });
  });
};
