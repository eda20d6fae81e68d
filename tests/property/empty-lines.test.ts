import { test } from "vitest";
import * as core from "../support/core-under-test";
import { eachMarksAnEmptyLine } from "./laws/empty-lines";

test("HAZ-13 each marks an empty line, whatever is done in whatever order", () => {
  eachMarksAnEmptyLine(core);
});
