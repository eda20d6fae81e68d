import type { Block } from "../document";
import { heading, paragraph } from "../family/telling";
import type { BlankTelling } from "./blank-set";
import { sheetOf } from "./sheet-of";

/** What people will try: what the child wants and two things to try, then room for two more. */
export const planSheets = (telling: BlankTelling): readonly Block[] => {
  const { set, words, say } = telling;
  if (!set.plan) return [];
  const sheet = (number: number): Block => sheetOf(telling, { part: "plan", number, whose: "nobody" });
  return [
    sheet(1),
    heading(2, words.blank.plan),
    paragraph(words.blank.planAbout),
    { kind: "room", label: say(words.blank.goal), lines: 2 },
    ...thingToTry(telling, 1),
    ...thingToTry(telling, 2),
    sheet(2),
    heading(2, words.blank.planMore),
    ...thingToTry(telling, 3),
    ...thingToTry(telling, 4),
    { kind: "room", label: words.blank.gaps, lines: 2 },
    {
      kind: "fields",
      items: [
        { label: words.blank.again, share: 1 },
        { label: words.blank.planDay, share: 1 },
      ],
    },
  ];
};

const thingToTry = ({ set, words, say }: BlankTelling, number: number): readonly Block[] => [
  heading(3, say(words.blank.tryThis, { number: String(number) })),
  { kind: "room", lines: 2 },
  { kind: "ticks", items: Object.values(set.language.words.setting) },
  {
    kind: "fields",
    items: [
      { label: words.blank.tryWho, share: 60 },
      { label: words.blank.tryFrom, share: 40 },
    ],
  },
  { kind: "room", label: words.blank.tryKnow, lines: 1 },
  { kind: "room", label: say(words.blank.tryThinks), lines: 1 },
];
