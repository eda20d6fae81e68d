import { isUnderstoodBy } from "#core/schema/mark";
import type { PictureMark, PictureRow } from "#core/scoring/picture";
import { placeOf } from "#core/scoring/place-in-words";
import type { Telling } from "./telling";

/** Everything that stands on one line, in words and without a digit; the young person first, whatever they answered. */
export const rowWords = (row: PictureRow, telling: Telling): readonly string[] => {
  const { words, say, view } = telling;
  return [
    ...view.people.flatMap(({ id }) => [
      ...row.marks.filter(({ personId }) => personId === id).map((mark) => markWords(mark, telling)),
      ...row.answers
        .filter(({ personId }) => personId === id)
        .map(({ kind }) => say(words.view, { name: view.nameOf(id), place: words.says[kind] })),
    ]),
    ...(row.agreed === undefined ? [] : [say(words.togetherView, { place: words.place[placeOf(row.agreed)] })]),
  ];
};

const markWords = ({ personId, position, how }: PictureMark, { words, say, view }: Telling): string => {
  const said = { name: view.nameOf(personId), place: words.place[placeOf(position)] };
  if (!isUnderstoodBy(how)) return say(words.view, said);
  const by = view.nameOf(how.by);
  return by === "" ? say(words.viewByNobody, said) : say(words.viewBy, { ...said, by });
};
