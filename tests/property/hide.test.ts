import { test } from "vitest";
import * as core from "../support/core-under-test";
import {
  hiddenLeavesNoTrace,
  hiddenOpensNothing,
  hiddenVoiceIsNotScored,
  hidingMoreShowsNoMore,
} from "./laws/hidden-marks";

test("HAZ-08 law 1: everything derived is the same whether or not a hidden section exists, and whatever it holds", () => {
  hiddenLeavesNoTrace(core);
});

test("HAZ-08 law 1 in the room: opening the picture treats a line with a hidden mark as the empty line that is seen", () => {
  hiddenOpensNothing(core);
});

test("HAZ-08 law 1 for the command: a hidden voice gives its readers neither mark nor suggestion", () => {
  hiddenVoiceIsNotScored(core);
});

test("HAZ-07 law 2: hiding more never shows more", () => {
  hidingMoreShowsNoMore(core);
});
