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
  const { view, copy, words } = telling;
  const strandIds = copy.instrument.structure.strands.map(({ id }) => id);
  const blocks = saidEarlier(view.sections, strandIds)
    .filter((each) => !each.hasPlace || !isLookedAt(each.said))
    .flatMap((each) => entry(each, telling));
  return part(heading(2, words.earlier), blocks.length === 0 ? [] : [paragraph(words.earlierAbout, "note"), ...blocks]);
};

const entry = ({ sectionId, said: earlier }: SaidEarlier, telling: Telling): readonly Block[] => {
  const { view, words, say } = telling;
  const parts = partsOfSection(sectionId);
  if (parts === undefined || parts.kind === "page") return [];
  const name = parts.kind === "agreed" ? words.keyTogether : view.nameOf(parts.personId);
  const asked = say(words.earlierAsked, { name, question: earlier.question });
  return [paragraph(asked, "label"), ...said(inWords(saidThen(earlier), telling))];
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
