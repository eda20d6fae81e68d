import { test } from "vitest";
import * as core from "../support/core-under-test";
import {
  hiddenAnswersOpenNothing,
  otherAnswersStay,
  peopleChangeOnlyTheirRounds,
  whatCanNeverBeNeverIs,
} from "./laws/questionnaires";

test("HAZ-02 what a condition hides keeps its answer, and the answer counts nowhere", () => {
  hiddenAnswersOpenNothing(core);
});

test("who comes and goes changes only what is asked about them", () => {
  peopleChangeOnlyTheirRounds(core);
});

test("HAZ-02 one answer changes, and every other stays", () => {
  otherAnswersStay(core);
});

test("a condition that is said to contradict itself is never so", () => {
  whatCanNeverBeNeverIs(core);
});
