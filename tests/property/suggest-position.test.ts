import { test } from "vitest";
import * as core from "../support/core-under-test";
import {
  missingIsNeverZero,
  positionsAreOnTheLine,
  reversedIsMirrored,
  suggestionsFollowAnswers,
} from "./laws/suggestions";

test("a suggested position is a whole number on the line", () => {
  positionsAreOnTheLine(core);
});

test("HAZ-04 missing never counts as zero", () => {
  missingIsNeverZero(core);
});

test("HAZ-03 a suggestion never moves against an answer", () => {
  suggestionsFollowAnswers(core);
});

test("HAZ-03 reversed prompts are the mirror of straight ones", () => {
  reversedIsMirrored(core);
});
