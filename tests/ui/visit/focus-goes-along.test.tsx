import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openAtTheTable } from "../../support/at-the-table";

test("whoever works by keys starts to read at the heading of each screen that they go on to", async () => {
  const { user } = await openAtTheTable({ page: "strands/attention" });
  const isRead = (name: string) =>
    waitFor(() => {
      expect(screen.getByRole("heading", { level: 1, name })).toHaveFocus();
    });
  const goOn = async (name: string) => {
    const role = screen.queryByRole("link", { name }) === null ? "button" : "link";
    await user.click(screen.getByRole(role, { name }));
  };

  await screen.findByRole("slider");
  await goOn("All nine on one page");
  await isRead("The nine lines");

  await goOn("See the picture");
  await isRead("Amelia's picture");

  await goOn("Choose what to work on first");
  await isRead("Amelia's plan");
});

test("the child is asked how they feel afterwards, and nobody is called “them” to their face", async () => {
  const { user } = await openAtTheTable({ page: "strands/attention" });
  await user.click(await screen.findByRole("button", { name: /^Amelia/ }));
  expect(screen.getByLabelText("How does Amelia feel afterwards?")).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^Mum/ }));
  expect(screen.getByLabelText("What does it take out of them?")).toBeVisible();
});
