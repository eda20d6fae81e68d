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
    heading(1, say(words.title)),
    paragraph(say(words.lead, { band: set.language.words.band[set.band] }), "lead"),
    heading(2, set.language.words.about),
    paragraph(set.language.words.purpose),
    heading(2, words.howTo),
    steps([words.ownMark, words.anyMark, words.leftRight, words.mayPass, words.mayLeave, words.anyWay]),
    heading(2, words.whoSees),
    paragraph(words.privacyLimit),
    paragraph(words.whoSeesBody),
    heading(2, words.afterwards),
    paragraph(say(words.copied)),
    paragraph(words.codeSays),
  ];
};
