import type { VersionDifference } from "./compare-versions";
import type { Asked } from "./comparable";

/**
 * One thing that reads otherwise in another version: its words before beside its words after.
 *
 * Shape    `part` says which words, such as `text`, `family`, `descriptions/primary/left`; `choice` is an answer to
 *          choose, `points` one that counts otherwise, and `answered` a question that is answered in another way.
 * Missing  no `before` where it was added, no `after` where it was taken away.
 */
export interface WordChange {
  readonly place: string;
  readonly part: string;
  readonly before?: string;
  readonly after?: string;
}

/** What belongs together on the page: one strand, what all strands share, or the pages of another questionnaire. */
export interface ChangedPlace {
  readonly group: string;
  readonly changes: readonly WordChange[];
}

/**
 * Every difference as words before and after, in the order of the questionnaire: what all strands share comes first.
 *
 * Laws  1. every word of the difference is in it
 *       (tests/unit/core/questionnaire/word-changes.test.ts)
 */
export const wordChanges = (difference: VersionDifference): readonly ChangedPlace[] => {
  const changes: WordChange[] = [
    ...difference.reworded.map(({ place, part, before, after }) => change(place, part, before, after)),
    ...difference.choicesChanged.flatMap(({ place, added, removed, changed }) => [
      ...changed.map(({ before, after }) =>
        change(place, before.words === after.words ? "points" : "choice", before.words, after.words),
      ),
      ...removed.map(({ words }) => change(place, "choice", words, undefined)),
      ...added.map(({ words }) => change(place, "choice", undefined, words)),
    ]),
    ...difference.answeredOtherwise.map(({ place, before, after }) => change(place, "answered", before, after)),
    ...difference.removed.flatMap((asked) =>
      wordsOf(asked).map(([part, words]) => change(asked.place, part, words, undefined)),
    ),
    ...difference.added.flatMap((asked) =>
      wordsOf(asked).map(([part, words]) => change(asked.place, part, undefined, words)),
    ),
  ];
  const groups = new Map<string, WordChange[]>();
  for (const each of changes) {
    const group = groupOf(each.place);
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return [...groups].map(([group, its]) => ({ group, changes: its })).sort((a, b) => rank(a.group) - rank(b.group));
};

const change = (place: string, part: string, before: string | undefined, after: string | undefined): WordChange => ({
  place,
  part,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

const wordsOf = ({ words, choices }: Asked): readonly (readonly [string, string])[] => [
  ...Object.entries(words),
  ...choices.map((choice) => ["choice", choice.words] as const),
];

const groupOf = (place: string): string => {
  const [kind, id = ""] = place.split("/");
  if (kind === "strands") return `strands/${id}`;
  return kind === "items" || kind === "pages" ? "pages" : "all";
};

const rank = (group: string): number => (group === "all" ? 0 : 1);
