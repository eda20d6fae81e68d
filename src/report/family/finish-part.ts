import { offeredCall, offeredReview } from "#core/plan/review-day";
import { Amendment } from "#core/schema/amendment";
import type { Block } from "../document";
import { heading, labelled, linesOf, paragraph, part, said, type Telling } from "./telling";

/** How people finished, what was put right since, and when they talk again. */
export const finishPart = (telling: Telling): readonly Block[] => [
  ...howFinished(telling),
  ...part(heading(2, telling.words.corrections), corrections(telling)),
  ...reviewDays(telling),
];

const howFinished = ({ view, words, say }: Telling): readonly Block[] => {
  const outcome = view.sections.finish?.outcome;
  if (outcome === undefined) return [];
  const views = outcome.kind === "seen-differently" ? outcome.views : [];
  return [
    heading(2, words.finish),
    { ...paragraph(words.outcome[outcome.kind]), keep: views.length > 0 },
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

/** Corrections of the finished profile, the first first. The words that they put right stay where they were. */
const corrections = ({ view, words, say, dayAt }: Telling): readonly Block[] =>
  Object.entries(view.sections as unknown as Record<string, unknown>)
    .filter(([sectionId]) => sectionId.startsWith("amendment/"))
    .map(([, section]) => Amendment.safeParse(section))
    .sort((a, b) => (a.data?.atMs ?? 0) - (b.data?.atMs ?? 0))
    .flatMap(({ data }) => {
      if (data === undefined) return [paragraph(words.correctionUnknown)];
      const date = dayAt(data.atMs);
      const name = view.nameOf(data.byId);
      const label = name === "" ? say(words.correctionUnnamed, { date }) : say(words.correction, { date, name });
      return [...labelled(label, data.what), ...labelled(words.correctionWhy, data.why, "note")];
    });

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
