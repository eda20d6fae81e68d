import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { changeGoal, goalIn } from "#core/plan/change-plan";
import { HOW_CLOSE } from "#core/schema/plan";
import { openAtTheTable } from "../../support/at-the-table";

const part = () => within(screen.getByRole("region", { name: "What Amelia wants" }));

test("the child's goal comes first on the page, in their own words", async () => {
  const { user, kept } = await openAtTheTable({ page: "plan" });
  expect(screen.getAllByRole("heading", { level: 2 })[0]).toHaveTextContent("What Amelia wants");
  await user.type(part().getByRole("textbox", { name: "Amelia's goal" }), "Ride the bus with Sam");
  await user.type(part().getByRole("textbox", { name: "How close, in a few words" }), "One stop");
  expect(goalIn(await kept())).toMatchObject({
    words: "Ride the bus with Sam",
    howClose: "",
    howCloseWords: "One stop",
  });
});

test("how close people are is said in one of five words, none chosen beforehand, and can be left open again", async () => {
  const { user, kept } = await openAtTheTable({ page: "plan" });
  const words = part().getAllByRole("radio");
  expect(words).toHaveLength(HOW_CLOSE.length);
  expect(words.filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
  await user.click(part().getByRole("radio", { name: "Nearly there" }));
  expect(goalIn(await kept()).howClose).toBe("nearly-there");
  await user.click(part().getByRole("button", { name: "Leave it open" }));
  expect(part().getByRole("radio", { name: "At the start" })).toHaveFocus();
  expect(goalIn(await kept()).howClose).toBe("");
});

test("no number stands beside how close people are", async () => {
  await openAtTheTable({ page: "plan", change: (visit) => changeGoal(visit, { howClose: "half-way" }) });
  expect(part().getByRole("radio", { name: "About half way" })).toBeChecked();
  expect(screen.getByRole("region", { name: "What Amelia wants" })).not.toHaveTextContent(/\d/);
});
