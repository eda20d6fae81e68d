import { unreachable } from "#core/result";
import type { AskedItem, Item, Questionnaire, QuestionnairePage } from "#core/schema/questionnaire";
import type { Block } from "../document";
import { heading, paragraph } from "../family/telling";
import type { BlankTelling } from "./blank-set";
import { sheetOf } from "./sheet-of";

/** How many rounds of a group that can be added to stand on paper. */
const ROUNDS = 2;
const MANY_LINES = 10;
const FEW_LINES = 3;

/** The pages of each questionnaire that goes with the set: boxes to tick for what can be chosen, room for words. */
export const pagesPart = (telling: BlankTelling): readonly Block[] =>
  telling.set.pages.flatMap((questionnaire) =>
    questionnaire.structure.pages.flatMap((page, at) => pageSheet(telling, questionnaire, page, at + 1)),
  );

const pageSheet = (
  telling: BlankTelling,
  { structure, wording }: Questionnaire,
  page: QuestionnairePage,
  number: number,
): readonly Block[] => {
  const { words } = telling;
  // A page that asks one thing is there to write and draw on.
  const lines = page.items.filter(({ kind }) => kind !== "note").length < 2 ? MANY_LINES : FEW_LINES;
  const whose = structure.use.answeredBy === "child" ? { name: telling.childName } : "open";
  return [
    sheetOf(telling, { part: "page", number, whose, questionnaire: structure }),
    heading(2, wording.pages[page.id] ?? wording.title),
    ...page.items.flatMap((item) => itemBlocks(telling, wording, item, lines)),
    {
      kind: "fields",
      items: [
        { label: words.blank.notToSee, share: 62 },
        { label: words.blank.today, share: 38 },
      ],
    },
  ];
};

type Words = Questionnaire["wording"];

const itemBlocks = (telling: BlankTelling, wording: Words, item: Item, lines: number): readonly Block[] => {
  const text = textOf(wording, item.id);
  switch (item.kind) {
    case "note":
      return [paragraph(text)];
    case "group": {
      const rounds = item.repeat === undefined ? 1 : ROUNDS;
      const inside = item.items.flatMap((each) => itemBlocks(telling, wording, each, 2));
      return Array.from({ length: rounds }, () => [heading(3, text), ...inside]).flat();
    }
    default:
      return askedBlocks(telling, wording, item, { text, lines });
  }
};

const askedBlocks = (
  { words }: BlankTelling,
  wording: Words,
  item: AskedItem,
  { text, lines }: { readonly text: string; readonly lines: number },
): readonly Block[] => {
  switch (item.kind) {
    case "text":
      return [{ kind: "room", label: text, lines }];
    case "integer":
    case "date":
      return [{ kind: "fields", items: [{ label: text, share: 1 }] }];
    case "boolean":
      return [{ kind: "ticks", label: text, items: [words.blank.yes, words.blank.no, words.blank.passHere] }];
    case "choice":
    case "open-choice":
    case "choices": {
      const chosen = wording.items[item.id]?.choices ?? {};
      const isOpen = item.kind === "open-choice" || (item.kind === "choices" && item.open === true);
      return [
        {
          kind: "ticks",
          label: text,
          items: [...item.choices.map(({ id }) => chosen[id] ?? id), words.blank.passHere],
        },
        ...(isOpen ? [{ kind: "room" as const, label: words.blank.ownWords, lines: Math.max(1, lines - 2) }] : []),
      ];
    }
    default:
      return unreachable(item);
  }
};

const textOf = (wording: Words, itemId: string): string => {
  const { text = itemId, prefix } = wording.items[itemId] ?? {};
  return prefix === undefined ? text : `${prefix} ${text}`;
};
