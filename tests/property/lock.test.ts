import { test } from "vitest";
import * as core from "../support/core-under-test";
import {
  coveredIsLockedInTheEnd,
  coveredStaysCovered,
  leftAloneIsCovered,
  visitIsNotLocked,
  whatEndsWaitsForTheVisit,
} from "./laws/lock";

test("HAZ-18 1: no page is locked in the first four hours of a visit, whatever the clock and the area say", () => {
  visitIsNotLocked(core);
});

test("2: a page that is hidden or left alone shows nothing, whatever the clock says", () => {
  leftAloneIsCovered(core);
});

test("3: what is covered opens by being uncovered alone, and what is locked not at all", () => {
  coveredStaysCovered(core);
});

test("4: what stays covered is locked in the end, whatever the clock says", () => {
  coveredIsLockedInTheEnd(core);
});

test("HAZ-18 5: what ends during a visit takes effect when the visit is left", () => {
  whatEndsWaitsForTheVisit(core);
});
