import { offeredCall, offeredReview } from "#core/plan/review-day";
import { amendmentsOf } from "#core/visit/amendments";
import type { Block } from "../document";
import { checkUntil } from "./check-at-home";
import { heading, labelled, linesOf, paragraph, part, said, type Telling } from "./telling";

/** How people finished, what was put right since, and when they talk again. */
export const finishPart = (telling: Telling): readonly Block[] => [
  ...howFinished(telling),
  ...part(heading(2, telling.words.corrections), corrections(telling)),
  ...reviewDays(telling),
];

const howFinished = (telling: Telling): readonly Block[] => {
  const { view, words, say } = telling;
  const outcome = view.sections.finish?.outcome;
  if (outcome === undefined) return [];
  const views = outcome.kind === "seen-differently" ? outcome.views : [];
  return [
    heading(2, words.finish),
    { ...paragraph(words.outcome[outcome.kind]), keep: outcome.kind !== "right-for-today" },
    ...checkUntil(telling),
    ...views.flatMap(({ personId, where, words: spoken }) => {
      const name = view.nameOf(personId);
      if (name === "") return [];
      const about = linesOf(where).join(" ");
      return [
        paragraph(about === "" ? say(words.wordsOf, { name }) : say(words.viewWhere, { name, where: about }), "label"),
        ...said(spoken),
      ];
    }),
  ];
};

/**
 * What was put right or added since, the first first. The words that it puts right stay where they were.
 *
 * Missing  what somebody says whom the reader may not know of is not told, as nothing else of theirs is.
 */
const corrections = ({ view, words, say, dayAt }: Telling): readonly Block[] =>
  amendmentsOf(view.sections).flatMap(({ content }) => {
    if (content === undefined) return [paragraph(words.correctionUnknown)];
    const name = view.nameOf(content.byId);
    if (name === "") return [];
    const who = say(words.correction, { name, date: dayAt(content.atMs) });
    return [paragraph(who, "label"), ...said(content.what), ...labelled(words.correctionWhy, content.why)];
  });

/** Says at the head of a copy that something further on was put right, so that no old words are read without it. */
export const correctionsAhead = (telling: Telling): readonly Block[] =>
  corrections(telling).length === 0
    ? []
    : [paragraph(telling.say(telling.words.correctionsAhead, { heading: telling.words.corrections }))];

const reviewDays = ({ view, words, say, day, copy }: Telling): readonly Block[] => {
  const finishedOn = copy.dayOf(view.sections.finish?.atMs ?? view.sections.frame.startedAtMs);
  const { reviewOn = "", callOn = "" } = view.plan["review-offer"] ?? {};
  const callText =
    callOn === ""
      ? say(words.callOffered, { date: day(offeredCall(finishedOn)) })
      : say(words.callDay, { date: day(callOn) });
  const reviewText =
    reviewOn === ""
      ? say(words.reviewOffered, { date: day(offeredReview(finishedOn, copy.area.schoolClosures)) })
      : say(words.reviewDay, { date: day(reviewOn) });
  return [heading(2, words.review), { kind: "list", items: [{ text: callText }, { text: reviewText }] }];
};
