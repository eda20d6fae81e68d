import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../support/runs";
import { everyWordIsAccountedFor, nobodySeesMoreOrLess, theOriginalIsUntouched } from "../property/laws/moved-answers";
import { everyLineIsAccountedFor } from "../property/laws/moved-profile";
import {
  aYesIsForWhatStoodThere,
  nothingSaidPrintsNothing,
  onlyAnAnswerThatIsShownPrints,
  otherPagesChangeNothing,
  whatCannotBeReadKeepsItsPage,
} from "../property/laws/printable";
import {
  hiddenAnswersOpenNothing,
  otherAnswersStay,
  peopleChangeOnlyTheirRounds,
  whatCanNeverBeNeverIs,
} from "../property/laws/questionnaires";
import { type Core, coreWith, type SeededBug } from "../support/seed-bug";

// A seeded bug is caught or it is not; nobody needs the smallest example of it.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

type Seeded = SeededBug & { readonly bug: string; readonly caughtBy: readonly ((core: Core) => void)[] };

const visible = "questionnaire/visible-items.ts";
const changing = "questionnaire/change-page.ts";
const never = "questionnaire/never-shown.ts";
const moving = "questionnaire/versions/move-answers.ts";
const fitting = "questionnaire/versions/answer-in-version.ts";
const profile = "questionnaire/versions/move-profile.ts";
const printable = "questionnaire/printable.ts";

const bugs: readonly Seeded[] = [
  {
    bug: "HAZ-24 a page is printed whatever its condition says",
    file: printable,
    from: "printedIf === undefined || (",
    to: "printedIf !== null || (",
    caughtBy: [onlyAnAnswerThatIsShownPrints],
  },
  {
    bug: "HAZ-24 an answer that is hidden prints its page",
    file: printable,
    from: "keys.has(itemId) ?",
    to: "keys.has(itemId) || true ?",
    caughtBy: [onlyAnAnswerThatIsShownPrints],
  },
  {
    bug: "an answer on any page keeps back all the others",
    file: printable,
    from: "printedIf === undefined || (!hasUnknown(items, filled)",
    to: "printedIf === undefined || (filled.answers.size < 4",
    caughtBy: [otherPagesChangeNothing],
  },
  {
    bug: "HAZ-24 an answer that cannot be read is printed",
    file: printable,
    from: "!hasUnknown(items, filled)",
    to: "items.length > 0",
    caughtBy: [whatCannotBeReadKeepsItsPage],
  },
  {
    bug: "HAZ-24 a questionnaire may print a page unless somebody says no",
    file: "questionnaire/printed-if-faults.ts",
    from: "holds(printedIf, () => undefined)",
    to: "page.path === undefined",
    caughtBy: [nothingSaidPrintsNothing],
  },
  {
    bug: "HAZ-24 a yes stands for what is written after it",
    file: "questionnaire/ask-again.ts",
    from: "if (!hasChanged) return after;",
    to: "if (hasChanged) return after;",
    caughtBy: [aYesIsForWhatStoodThere],
  },
  {
    bug: "HAZ-02 words are taken back with the yes",
    file: "questionnaire/ask-again.ts",
    from: "isAsked(item) && (item.kind",
    to: "isAsked(item) || (item.kind",
    caughtBy: [aYesIsForWhatStoodThere],
  },
  {
    bug: "HAZ-02 an answer that a condition hides opens what follows it",
    file: visible,
    from: "find((each) => shown.has(each))",
    to: "find((each) => filled.answers.has(each))",
    caughtBy: [hiddenAnswersOpenNothing],
  },
  {
    bug: "HAZ-02 an answer that does not count is nowhere",
    file: "questionnaire/going-through.ts",
    from: "filter((key) => !shown.has(key))",
    to: "filter((key) => shown.has(key))",
    caughtBy: [hiddenAnswersOpenNothing],
  },
  {
    bug: "rounds are numbered, and not named after the person they are about",
    file: visible,
    from: ".map((person) => ({ id: person.id, person }))",
    to: ".map((person, index) => ({ id: people[index]?.id ?? person.id, person }))",
    caughtBy: [peopleChangeOnlyTheirRounds],
  },
  {
    bug: "HAZ-02 an answer takes the place of all others",
    file: changing,
    from: "answers: { ...page.answers, [key]: answer }",
    to: "answers: { [key]: answer }",
    caughtBy: [otherAnswersStay],
  },
  {
    bug: "HAZ-02 a round that is taken away takes its words along",
    file: changing,
    from: "added: { ...page.added, [groupId]: (page.added[groupId]",
    to: "answers: {}, added: { ...page.added, [groupId]: (page.added[groupId]",
    caughtBy: [otherAnswersStay],
  },
  {
    bug: "two of several choices are said to contradict each other",
    file: never,
    from: `if (item.kind === "choices") return false;`,
    to: "",
    caughtBy: [whatCanNeverBeNeverIs],
  },
  {
    bug: "the one number between two is overlooked",
    file: never,
    from: "typeof least === typeof most && least > most",
    to: "typeof least === typeof most && least >= most",
    caughtBy: [whatCanNeverBeNeverIs],
  },
  {
    bug: "either of two counts as both",
    file: never,
    from: "parts.every((part) => contradicts(",
    to: "parts.some((part) => contradicts(",
    caughtBy: [whatCanNeverBeNeverIs],
  },
  {
    bug: "own words are forgotten where every choice is ruled out",
    file: never,
    from: `item.kind === "choice" ? item.choices`,
    to: `item.kind !== "integer" ? item.choices`,
    caughtBy: [whatCanNeverBeNeverIs],
  },
  {
    bug: "HAZ-02 words without a place are gone",
    file: moving,
    from: "keepEarlier(sectionId, from, key, answer);",
    to: "",
    caughtBy: [everyWordIsAccountedFor, nobodySeesMoreOrLess],
  },
  {
    bug: "HAZ-02 an answer is read under a question that it did not answer",
    file: moving,
    from: "keepEarlier(target, from, key, answer);",
    to: "",
    caughtBy: [everyWordIsAccountedFor],
  },
  {
    bug: "HAZ-07 an answer goes to a page that other people may see",
    file: moving,
    from: "found !== undefined && sameReaders(found, from) ? found : undefined",
    to: "found",
    caughtBy: [nobodySeesMoreOrLess],
  },
  {
    bug: "HAZ-02 what was kept from the version before is dropped at the next move",
    file: moving,
    from: "answers: {},\n  skipped: section",
    to: "answers: {},\n  earlier: [],\n  skipped: section",
    caughtBy: [theOriginalIsUntouched],
  },
  {
    bug: "HAZ-02 what a newer version wrote on a page is dropped by a move",
    file: moving,
    from: "...section,\n  instrument: refOf(next),",
    to: "hiddenFrom: section.hiddenFrom, added: section.added, earlier: section.earlier,\n  instrument: refOf(next),",
    caughtBy: [theOriginalIsUntouched],
  },
  {
    bug: "HAZ-02 a choice is read in words that nobody chose",
    file: fitting,
    from: "chosenIn(answer).every((id) => before?.choices?.[id] === after?.choices?.[id])",
    to: "true",
    caughtBy: [everyWordIsAccountedFor],
  },
  {
    bug: "HAZ-03 points are read the other way round after a move",
    file: fitting,
    from: "if (isReversed(before.item) !== isReversed(after.item)) return false;",
    to: "",
    caughtBy: [everyWordIsAccountedFor],
  },
  {
    bug: "HAZ-03 a prompt's answer is read the other way round after a move",
    file: profile,
    from: "isTurned ? undefined : words",
    to: "words",
    caughtBy: [everyLineIsAccountedFor],
  },
  {
    bug: "HAZ-08 what is kept names whose marks had been seen",
    file: profile,
    from: "{ ...mark, seenBefore: [] } : mark",
    to: "mark : mark",
    caughtBy: [everyLineIsAccountedFor],
  },
  {
    bug: "HAZ-02 the words of a strand that is gone are not kept beside it",
    file: profile,
    from: "if (after === undefined) {",
    to: `if (strandId === "") {`,
    caughtBy: [everyLineIsAccountedFor],
  },
  {
    bug: "HAZ-02 what a section kept from earlier versions is written over",
    file: "questionnaire/versions/earlier.ts",
    from: "[...(there as unknown[])]",
    to: "[]",
    caughtBy: [everyLineIsAccountedFor],
  },
  {
    bug: "HAZ-02 a mark under other words does not say so",
    file: "questionnaire/versions/earlier.ts",
    from: `isSame ? "same" : "to-check"`,
    to: `"same"`,
    caughtBy: [everyLineIsAccountedFor],
  },
];

describe("a questionnaire's core with this bug in it does not get past the laws", () => {
  test.each(bugs)("$bug", async ({ caughtBy, bug: _bug, ...seeded }) => {
    const withBug = await coreWith(seeded);
    for (const law of caughtBy) {
      expect(() => {
        law(withBug);
      }, law.name).toThrow();
    }
  });
});
