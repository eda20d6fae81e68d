import { test } from "vitest";
import * as core from "../support/core-under-test";
import {
  aYesIsForWhatStoodThere,
  nothingSaidPrintsNothing,
  onlyAnAnswerThatIsShownPrints,
  otherPagesChangeNothing,
  whatCannotBeReadKeepsItsPage,
} from "./laws/printable";

test("HAZ-24 a page that waits for an answer is not printed while that is unanswered or hidden", () => {
  onlyAnAnswerThatIsShownPrints(core);
});

test("answers on other pages print nothing and keep nothing back", () => {
  otherPagesChangeNothing(core);
});

test("HAZ-24 a page with an answer that only a newer version can read is kept back", () => {
  whatCannotBeReadKeepsItsPage(core);
});

test("HAZ-24 no questionnaire that is accepted prints a page by leaving everything out", () => {
  nothingSaidPrintsNothing(core);
});

test("HAZ-24 and HAZ-02 what is written after a yes waits for another one, and no word is lost", () => {
  aYesIsForWhatStoodThere(core);
});
