import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { agreedVisit } from "../../support/at-the-table";
import { goOn, openStart, radio, tick } from "./open-start";

const lengthKept = async (kept: () => Promise<{ profile: { sections: { frame: { length?: object | undefined } } } }>) =>
  (await kept()).profile.sections.frame.length;

test("how much to talk about is asked after agreement: the whole picture unless people choose, and never before a yes", async () => {
  const { user } = await openStart();
  expect(radio("How much do you want to talk about today?", "The whole picture")).toBeChecked();
  expect(screen.queryByRole("group", { name: "Which one to three lines?" })).not.toBeInTheDocument();
  const headings = screen.getAllByRole("heading", { level: 2 }).map((each) => each.textContent);
  expect(headings.indexOf("How much today?")).toBeGreaterThan(headings.indexOf("Agreement"));
  await user.click(tick("I have said this"));
  await user.click(radio("Does Amelia understand what this is?", "Yes"));
  await user.click(radio("What does Amelia say?", "No, not today"));
  expect(screen.queryByRole("heading", { name: "How much today?" })).not.toBeInTheDocument();
});

test("today's worry asks which one to three lines, in the family's words, and the visit goes to the first of them", async () => {
  const { user, kept, path } = await openStart({ change: agreedVisit });
  await user.click(radio("How much do you want to talk about today?", "Today's worry"));
  const which = screen.getByRole("group", { name: "Which one to three lines?" });
  expect(within(which).getAllByRole("checkbox")).toHaveLength(9);
  expect(goOn()).toBeVisible();
  for (const name of [/^Feelings and worries/, /^Energy and rest/, /^Moving and using hands/])
    await user.click(tick(name));
  expect(tick(/^Thinking and learning/)).toBeDisabled();
  await user.click(tick(/^Moving and using hands/));
  expect(tick(/^Thinking and learning/)).toBeEnabled();
  await waitFor(async () => {
    expect(await lengthKept(kept)).toEqual({ kind: "worry", strandIds: ["emotions", "energy"] });
  });
  await user.click(screen.getByRole("button", { name: "Go to today's lines" }));
  await waitFor(() => {
    expect(path()).toContain("/strands/energy");
  });
});
