import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { pageCode, type PrintedPage } from "#core/paper/page-code";
import { goalIn } from "#core/plan/change-plan";
import { openAtTheTable } from "../../support/at-the-table";
import { grace } from "../../support/test-device";
import { uuid } from "../../support/uuid";

const goal = () => within(screen.getByRole("region", { name: "What Amelia wants" }));

const open = async () => {
  const app = await openAtTheTable({ page: "plan" });
  const { user } = app;
  await user.click(screen.getByText("Copy from paper"));
  const draft = await app.services.store.drafts.load(app.profileId);
  if (!draft.ok || draft.value.kind !== "visit") throw new Error("no visit");
  const { caseId } = draft.value.body;
  const codeOf = (change: Partial<PrintedPage> = {}): string =>
    pageCode({
      ...{ caseId, questionnaire: { id: "nd-profile", version: 1 }, band: "primary", part: "plan", number: 1 },
      ...change,
    });
  const type = async (code: string) => {
    const field = screen.getByLabelText("The code on the page");
    await user.clear(field);
    await user.type(field, code);
    await user.click(screen.getByRole("button", { name: "Copy this page" }));
  };
  return { ...app, codeOf, type };
};

test("HAZ-01 HAZ-20 a code that is not of this plan is said plainly, and nothing is copied", async () => {
  const { codeOf, type } = await open();
  for (const [code, said] of [
    [codeOf({ caseId: uuid(0x951) }), /belongs to another child's record/],
    [codeOf({ part: "line" }), /not of a page of the plan/],
    ["QQQQ", /a letter is wrong, missing or in another place/],
  ] as const) {
    await type(code);
    expect(screen.getByLabelText("The code on the page")).toHaveAccessibleDescription(said);
    expect(screen.queryByText(/^Copying page/)).not.toBeInTheDocument();
  }
});

test("HAZ-20 what is written under the code says who copied it, until it is changed on the screen", async () => {
  const { user, codeOf, type, kept } = await open();
  await type(codeOf());
  await screen.findByText(/^Copying page .+ is kept as copied from paper by Grace Okafor\.$/);
  await user.type(goal().getByRole("textbox", { name: "Amelia's goal" }), "Swim");
  expect(goal().getByText(/^This was copied from paper by Grace Okafor on/)).toBeVisible();
  expect(goalIn(await kept())).toMatchObject({ words: "Swim", paper: { by: grace.id, code: codeOf() } });
  await user.click(screen.getByRole("button", { name: "Stop copying" }));
  expect(goal().getByText(/^This was copied/)).toBeVisible();
  await user.type(goal().getByRole("textbox", { name: "Amelia's goal" }), "ming");
  expect(goal().queryByText(/^This was copied/)).not.toBeInTheDocument();
  expect(goalIn(await kept())).not.toHaveProperty("paper");
});
