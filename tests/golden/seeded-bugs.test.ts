import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../support/runs";
import {
  hiddenLeavesNoTrace,
  hiddenOpensNothing,
  hiddenVoiceIsNotScored,
  hidingMoreShowsNoMore,
} from "../property/laws/hidden-marks";
import { amendmentsStandInTime, oldWordsStay, sayerMaySeeIt } from "../property/laws/amendments";
import { changedBandKeepsEveryWord, changedBandLeavesNoTrace } from "../property/laws/changed-band";
import { eachMarksAnEmptyLine } from "../property/laws/empty-lines";
import { missingIsNeverZero, reversedIsMirrored, suggestionsFollowAnswers } from "../property/laws/suggestions";
import * as core from "../support/core-under-test";
import { type Core, coreWith, type SeededBug } from "../support/seed-bug";
import { goldenCasesHold } from "./golden-cases-hold";

// A seeded bug is caught or it is not; nobody needs the smallest example of it.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

type Guard = (core: Core) => void;
type Seeded = SeededBug & { readonly bug: string; readonly caughtBy: readonly Guard[] };

const suggestion = "scoring/suggest-position.ts";
const offering = "scoring/offered-first.ts";
const lastTime = "scoring/since-last-time.ts";
const picture = "scoring/picture.ts";
const together = "visit/together.ts";
const amending = "visit/amendments.ts";

const bugs: readonly Seeded[] = [
  {
    bug: "HAZ-04 missing is read as zero",
    file: suggestion,
    from: `if (answer?.kind !== "answered") return [];`,
    to: `if (answer?.kind !== "answered") return [0];`,
    caughtBy: [goldenCasesHold, missingIsNeverZero],
  },
  {
    bug: "HAZ-04 what was not answered does not count among what applies",
    file: suggestion,
    from: `?.kind !== "does-not-apply"`,
    to: `?.kind === "answered"`,
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "three of five is not enough",
    file: suggestion,
    from: "answered * 5 < applicable.length * 3",
    to: "answered * 5 <= applicable.length * 3",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "half of what applies is enough",
    file: suggestion,
    from: "answered * 5 < applicable.length * 3",
    to: "answered * 2 < applicable.length",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "two answers are enough",
    file: suggestion,
    from: "answered < FEWEST ||",
    to: "answered < 2 ||",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "two prompts that apply are enough to try",
    file: suggestion,
    from: "applicable.length < FEWEST",
    to: "applicable.length < 2",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "a half rounds down",
    file: suggestion,
    from: "Math.floor((2 * numerator + denominator) /",
    to: "Math.ceil((2 * numerator - denominator) /",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "HAZ-03 a reversed prompt is read straight",
    file: suggestion,
    from: "HIGHEST_POINTS - answer.points",
    to: "answer.points",
    caughtBy: [reversedIsMirrored, suggestionsFollowAnswers],
  },
  {
    bug: "the line is cut into halves at 50, and 50 is left of it",
    file: offering,
    from: "at < OFFERED_UNDER ",
    to: "at <= OFFERED_UNDER ",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "20 apart is not yet apart, for what is offered",
    file: offering,
    from: "rightmost - leftmost < DIFFERENT_FROM",
    to: "rightmost - leftmost <= DIFFERENT_FROM",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "20 apart does not look different",
    file: "scoring/looks-different.ts",
    from: "< DIFFERENT_FROM",
    to: "<= DIFFERENT_FROM",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "words are a point and not a fifth",
    file: "scoring/looks-different.ts",
    from: "return !byWords ||",
    to: "return byWords ||",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "the next fifth is another place",
    file: "scoring/looks-different.ts",
    from: "fifthOf(other.position)) > 1",
    to: "fifthOf(other.position)) > 0",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "10 since last time is about the same",
    file: lastTime,
    from: "< ABOUT_THE_SAME_UNDER",
    to: "<= ABOUT_THE_SAME_UNDER",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "HAZ-03 last time's side is read backwards",
    file: lastTime,
    from: "moved > 0 ?",
    to: "moved < 0 ?",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "another age band is compared",
    file: lastTime,
    from: "bandBeside(now.mark, strandId, now.sections) !== bandBeside(before.mark, strandId, before.sections)",
    to: "now.sections.frame.band === undefined",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "the words that a mark was made beside are forgotten",
    file: "scoring/band-on.ts",
    from: "mark?.band ?? bandOn(strandId, sections)",
    to: "bandOn(strandId, sections)",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "a strand for which another age was chosen is asked the visit's prompts",
    file: "scoring/answers-file.ts",
    from: "conversation.bandByStrand[strandId] ?? conversation.band",
    to: "conversation.band",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "not yet is refused where it was said before another age was chosen",
    file: "instrument/offered-choices.ts",
    from: "prompt.bands.includes(band) ? [band] : prompt.bands",
    to: "[band]",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "HAZ-08 a strand that has a mark keeps its old words, also where the mark is hidden",
    file: "visit/change-band.ts",
    from: `withSection(visit, "frame", { ...frame, band })`,
    to: `withSection(
      Object.keys(visit.profile.sections).some((id) => id.startsWith("voice/attention/"))
        ? withSection(visit, "talk/attention", { ...talkIn(visit, "attention"), descriptionsBand: frame.band })
        : visit,
      "frame",
      { ...frame, band },
    )`,
    caughtBy: [changedBandLeavesNoTrace, changedBandKeepsEveryWord],
  },
  {
    bug: "HAZ-02 another age takes away what had been answered for the one before",
    file: "visit/change-band.ts",
    from: `withSection(visit, "frame", { ...frame, band })`,
    to: `({ ...visit, profile: { ...visit.profile, sections: { frame: { ...frame, band } } } })`,
    caughtBy: [changedBandKeepsEveryWord],
  },
  {
    bug: "another version of the words is compared",
    file: lastTime,
    from: "a.id !== b.id || a.version !== b.version",
    to: "a.id !== b.id",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "five are offered",
    file: offering,
    from: "const MOST_WITH_TIES = 4",
    to: "const MOST_WITH_TIES = 5",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "ties with the third are left out",
    file: offering,
    from: "filter(({ at }) => at <= third)",
    to: "slice(0, OFFERED)",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "the agreed mark has no say",
    file: offering,
    from: "if (strand.agreed !== undefined) return strand.agreed;",
    to: "",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "a young person decides only from 17",
    file: offering,
    from: "const OWN_DECISION_FROM_AGE = 16",
    to: "const OWN_DECISION_FROM_AGE = 17",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "the leftmost counts even where the young person has marked",
    file: offering,
    from: "return strand.youngPerson ?? leftmost;",
    to: "return leftmost;",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "the young person is not named first",
    file: picture,
    from: "const voices = youngPersonFirst(voicesOn(seen, strandId), context.youngPersonId);",
    to: "const voices = voicesOn(seen, strandId);",
    caughtBy: [goldenCasesHold],
  },
  {
    bug: "HAZ-08 the picture is derived before anything is hidden",
    file: picture,
    from: "const seen = hide(readerIds, profile);",
    to: "const seen = profile;",
    caughtBy: [goldenCasesHold, hiddenLeavesNoTrace],
  },
  {
    bug: "HAZ-08 what looks different is derived from the marks that are hidden too",
    file: picture,
    from: "rows.filter((row) => looksDifferent(row.marks))",
    to: "rows.filter((row) => looksDifferent(rowOf(row.strandId, profile, undefined, context.youngPersonId).marks))",
    caughtBy: [goldenCasesHold, hiddenLeavesNoTrace],
  },
  {
    bug: "HAZ-08 last time's hidden marks are shown",
    file: picture,
    from: "hide(readerIds, context.before)",
    to: "context.before",
    caughtBy: [goldenCasesHold, hiddenLeavesNoTrace],
  },
  {
    bug: "HAZ-08 a hidden voice's suggestion is shown",
    file: "scoring/score-answers.ts",
    from: "answers.readers.includes(person)",
    to: "answers.readers.length > 9",
    caughtBy: [goldenCasesHold, hiddenVoiceIsNotScored],
  },
  {
    bug: "HAZ-08 a hidden mark is named among those seen before",
    file: "scoring/hide.ts",
    from: "visibleIds.has(",
    to: "visibleIds.size > 0 || visibleIds.has(",
    caughtBy: [hiddenLeavesNoTrace],
  },
  {
    bug: "HAZ-07 several readers see what any one of them may see",
    file: "scoring/hide.ts",
    from: "!hiddenFrom(section).some((hiddenId) => readerIds.some((readerId) => readerId === hiddenId))",
    to: "!readerIds.every((readerId) => hiddenFrom(section).includes(readerId))",
    caughtBy: [goldenCasesHold, hidingMoreShowsNoMore],
  },
  {
    bug: "HAZ-08 a line with nothing but a hidden mark counts as seen",
    file: together,
    from: "voicesOn(hide([...(sections.here?.presentIds ?? []), ...alsoFor], sections), strandId)",
    to: "voicesOn(sections, strandId)",
    caughtBy: [hiddenOpensNothing, eachMarksAnEmptyLine],
  },
  {
    bug: "HAZ-13 marks are put beside each other before everyone has marked",
    file: together,
    from: "if (waitingFor.length > 0)",
    to: "if (waitingFor.length > 1)",
    caughtBy: [eachMarksAnEmptyLine],
  },
  {
    bug: "HAZ-13 an agreed mark is placed before the marks are together",
    file: together,
    from: "if (!areTogether(visit, strandId)) return err",
    to: 'if (strandId === "") return err',
    caughtBy: [eachMarksAnEmptyLine],
  },
  {
    bug: "HAZ-13 a mark made alone says that others' had been seen",
    file: "visit/mark.ts",
    from: "areTogether(visit, strandId)",
    to: '(strandId !== "")',
    caughtBy: [eachMarksAnEmptyLine],
  },
  {
    bug: "HAZ-13 moving a mark forgets what had been seen",
    file: "visit/mark.ts",
    from: "...(kept?.seenBefore ?? []), ",
    to: "",
    caughtBy: [eachMarksAnEmptyLine],
  },
  {
    bug: "HAZ-23 an amendment takes the place of another",
    file: amending,
    from: `if (body.sections[sectionId] !== undefined) return err({ type: "AlreadyThere" });`,
    to: "",
    caughtBy: [oldWordsStay],
  },
  {
    bug: "HAZ-23 an amendment takes the place of what was finished",
    file: amending,
    from: "sections: { ...body.sections, [sectionId]: amendment }",
    to: "sections: { frame: body.sections.frame, finish: body.sections.finish, [sectionId]: amendment }",
    caughtBy: [oldWordsStay],
  },
  {
    bug: "HAZ-23 an amendment marks what was finished as put right",
    file: amending,
    from: "return ok({ ...body, sections: { ...body.sections,",
    to: "return ok({ ...body, sections: { ...body.sections, finish: { ...body.sections.finish, atMs },",
    caughtBy: [oldWordsStay],
  },
  {
    bug: "HAZ-23 an amendment loses what a newer version wrote around the sections",
    file: amending,
    from: "return ok({ ...body,",
    to: "return ok({ schemaVersion: body.schemaVersion,",
    caughtBy: [oldWordsStay],
  },
  {
    bug: "the one who says so is kept from what they said",
    file: amending,
    from: "said.hiddenFrom.filter((personId) => personId !== said.byId)",
    to: "[...said.hiddenFrom]",
    caughtBy: [sayerMaySeeIt],
  },
  {
    bug: "HAZ-07 what was to be kept from somebody is kept from nobody",
    file: amending,
    from: "said.hiddenFrom.filter((personId) => personId !== said.byId)",
    to: "[]",
    caughtBy: [sayerMaySeeIt],
  },
  {
    bug: "the last amendment stands first",
    file: amending,
    from: "atMsOf(one) - atMsOf(other)",
    to: "atMsOf(other) - atMsOf(one)",
    caughtBy: [amendmentsStandInTime],
  },
];

// The laws are held against the core as it is in tests/property; so a guard that always throws would be found there.
test("the golden cases hold for the core as it is", () => {
  goldenCasesHold(core);
});

describe("a core with this bug in it does not get past the tests", () => {
  test.each(bugs)("$bug", async ({ caughtBy, ...bug }) => {
    const withBug = await coreWith(bug);
    for (const guard of caughtBy) {
      expect(() => {
        guard(withBug);
      }, guard.name).toThrow();
    }
  });
});

test("a bug whose words are not in the source is refused, so that none is seeded in vain", async () => {
  await expect(coreWith({ file: suggestion, from: "no such words", to: "" })).rejects.toThrow(
    "does not hold this once",
  );
});
