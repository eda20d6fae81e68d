import { test } from "vitest";
import * as core from "../support/core-under-test";
import { amendmentsStandInTime, oldWordsStay, sayerMaySeeIt } from "./laws/amendments";

test("HAZ-23 laws 1 and 2: the old words stay, whatever is put right, and nothing is written over", () => {
  oldWordsStay(core);
});

test("amendments stand in the order of time", () => {
  amendmentsStandInTime(core);
});

test("HAZ-07 an amendment is kept from those who were chosen, and never from the one who says so", () => {
  sayerMaySeeIt(core);
});
