import type { Block, List } from "../document";
import { checkMark } from "./check-at-home";
import { correctionsAhead } from "./finish-part";
import { heading, linesOf, paragraph, type Telling } from "./telling";
import { withdrawnWords } from "./withdrawn-words";

/** The head of the copy, and what comes first on every document: what the child loves, and what would be easier. */
export const openingPart = (telling: Telling): readonly Block[] => {
  const { view, copy, words, say, dayAt, names } = telling;
  const name = view.nameOf(view.child.id);
  const here = (view.sections.here?.presentIds ?? []).map(view.nameOf).filter((each) => each !== "");
  const date = dayAt(view.sections.frame.startedAtMs);
  const loves = whatWasSaid(telling, "loves");
  const easier = whatWasSaid(telling, "easier");
  const made = { reader: view.nameOf(view.reader.id), maker: copy.madeBy.name, date: dayAt(copy.madeAtMs) };
  return [
    heading(1, say(words.title, { name })),
    paragraph(say(words.madeFor, made), "lead"),
    ...(here.length === 0 ? [] : [paragraph(say(words.conversation, { names: names(here), date }), "note")]),
    ...(view.picture.rows.some((row) => row.notThisTime) ? [paragraph(words.todaysWorry, "note")] : []),
    ...withdrawnWords(telling),
    ...checkMark(telling),
    ...correctionsAhead(telling),
    heading(2, say(words.loves, { name })),
    loves ?? paragraph(words.lovesNone),
    heading(2, words.easier),
    easier ?? paragraph(words.easierNone),
  ];
};

const whatWasSaid = ({ view, words, say }: Telling, of: "loves" | "easier"): List | undefined => {
  const items = view.people.flatMap(({ id }) =>
    linesOf(view.sections[`loves/${id}`]?.[of] ?? "").map((text) => ({
      text,
      by: say(words.said, { name: view.nameOf(id) }),
    })),
  );
  return items.length === 0 ? undefined : { kind: "list", items };
};

/** What goes well: every pinned strength, with whose words it is. */
export const strengthsPart = ({ view, words, say }: Telling): readonly Block[] => [
  heading(2, words.strengths),
  view.picture.strengths.length === 0
    ? paragraph(words.strengthsNone)
    : {
        kind: "list",
        items: view.picture.strengths.map(({ text, personId }) => ({
          text,
          by: say(words.said, { name: view.nameOf(personId) }),
        })),
      },
];
