import type { Block } from "../document";
import { heading, paragraph } from "../family/telling";
import type { BlankTelling } from "./blank-set";
import { sheetOf } from "./sheet-of";

/** The first page: what this is, how to mark, who may see it, and what becomes of the pages. */
export const coverPart = (telling: BlankTelling): readonly Block[] => {
  const { set, words, say } = telling;
  const steps = (texts: readonly string[]): Block => ({
    kind: "list",
    items: texts.map((text) => ({ text: say(text) })),
  });
  return [
    sheetOf(telling, { part: "cover", number: 1, whose: "nobody" }),
    heading(1, say(words.blank.title)),
    paragraph(say(words.blank.lead, { band: set.language.words.band[set.band] }), "lead"),
    heading(2, set.language.words.about),
    paragraph(set.language.words.purpose),
    heading(2, words.blank.howTo),
    steps([
      words.blank.ownMark,
      words.blank.anyMark,
      words.blank.leftRight,
      words.blank.mayPass,
      words.blank.mayLeave,
      words.blank.anyWay,
    ]),
    heading(2, words.blank.whoSees),
    paragraph(words.blank.privacyLimit),
    paragraph(words.blank.whoSeesBody),
    heading(2, words.blank.afterwards),
    paragraph(say(words.blank.copied)),
    paragraph(words.blank.codeSays),
  ];
};
