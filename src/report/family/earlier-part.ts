import { type SaidThen, saidThen } from "#core/questionnaire/versions/said-then";
import { partsOfSection } from "#core/questionnaire/versions/everything-said";
import { placeOf } from "#core/scoring/place-in-words";
import { isLookedAt, type SaidEarlier, saidEarlier } from "#core/visit/earlier-words";
import type { Block } from "../document";
import { heading, paragraph, part, said, type Telling } from "./telling";

/**
 * What was said on the lines under earlier words, and has no place in the words of now, or was not looked at since: no
 * word goes home unsaid because the words around it changed.
 */
export const earlierPart = (telling: Telling): readonly Block[] => {
  const { words, say } = telling;
  const blocks = earlierSaid(telling).flatMap(({ name, question, words: spoken }) => [
    paragraph(say(words.earlierAsked, { name, question }), "label"),
    ...said(spoken),
  ]);
  return part(heading(2, words.earlier), blocks.length === 0 ? [] : [paragraph(words.earlierAbout, "note"), ...blocks]);
};

/** What was said under earlier words: by whom, in answer to what, and how. */
export const earlierSaid = (telling: Telling): readonly EarlierWords[] => {
  const { view, copy } = telling;
  const strandIds = copy.instrument.structure.strands.map(({ id }) => id);
  return saidEarlier(view.sections, strandIds)
    .filter((each) => !each.hasPlace || !isLookedAt(each.said))
    .flatMap((each) => entry(each, telling));
};

interface EarlierWords {
  readonly name: string;
  readonly question: string;
  readonly words: string;
}

const entry = ({ sectionId, said: earlier }: SaidEarlier, telling: Telling): readonly EarlierWords[] => {
  const { view, words } = telling;
  const parts = partsOfSection(sectionId);
  if (parts === undefined || parts.kind === "page") return [];
  const name = parts.kind === "agreed" ? words.keyTogether : view.nameOf(parts.personId);
  return [{ name, question: earlier.question, words: inWords(saidThen(earlier), telling) }];
};

const inWords = (then: SaidThen, { words }: Telling): string => {
  switch (then.kind) {
    case "place":
      return words.place[placeOf(then.position)];
    case "words":
      return then.words.join("\n");
    case "missing":
      return words.earlierAnswer[then.why];
    default:
      return words.earlierAnswer[then.kind];
  }
};
