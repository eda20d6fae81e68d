import { test } from "vitest";
import * as core from "../support/core-under-test";
import {
  anyBeginningFinds,
  findsWhatFits,
  oneMoreWordFindsNoMore,
  orderIsOfTheSet,
  writingChangesNothing,
} from "./laws/strategy-search";

test("law 1: what is found is what fits, and all of it", () => {
  findsWhatFits(core);
});

test("law 2: any beginning of any of its words finds a strategy", () => {
  anyBeginningFinds(core);
});

test("law 3: capitals, accents and the order of the words change nothing", () => {
  writingChangesNothing(core);
});

test("law 4: one more word never finds more", () => {
  oneMoreWordFindsNoMore(core);
});

test("without words the order is that of the set: nothing is ranked by need", () => {
  orderIsOfTheSet(core);
});
