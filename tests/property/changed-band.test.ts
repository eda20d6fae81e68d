import { test } from "vitest";
import * as core from "../support/core-under-test";
import { changedBandKeepsEveryWord, changedBandLeavesNoTrace } from "./laws/changed-band";

test("HAZ-08 law 1: another age's words look the same to a reader whether or not a hidden mark exists", () => {
  changedBandLeavesNoTrace(core);
});

test("HAZ-02 another age's words move no mark and change nobody's words", () => {
  changedBandKeepsEveryWord(core);
});
