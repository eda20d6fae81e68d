import { test } from "vitest";
import * as core from "../support/core-under-test";
import {
  comparingIsFair,
  everyWordIsAccountedFor,
  nobodySeesMoreOrLess,
  theOriginalIsUntouched,
} from "./laws/moved-answers";
import { everyLineIsAccountedFor } from "./laws/moved-profile";

test("HAZ-02 laws 1 and 2: every word of a moved draft is accounted for, beside the question that it answered", () => {
  everyWordIsAccountedFor(core);
});

test("HAZ-07 law 3: nobody sees an answer that they did not see before the move, and nobody loses one", () => {
  nobodySeesMoreOrLess(core);
});

test("HAZ-02 law 4: the original is untouched, and going on with it takes the move back", () => {
  theOriginalIsUntouched(core);
});

test("HAZ-02 the same for the nine lines: every mark, word and answer", () => {
  everyLineIsAccountedFor(core);
});

test("nothing is different from itself, and the way back is the way there turned round", () => {
  comparingIsFair(core);
});
