import { expect, test } from "vitest";
import copy from "../../../src/report/words/en-GB.json";
import plan from "../../../src/ui/i18n/en-GB/plan.json";
import review from "../../../src/ui/i18n/en-GB/review.json";

test("how close a goal is has the same words in the plan, when it is looked at again, and in the copy", () => {
  expect(review.goal.close).toEqual(plan.goal.close);
  expect(copy.close).toEqual(plan.goal.close);
});
