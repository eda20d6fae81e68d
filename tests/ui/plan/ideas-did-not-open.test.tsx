import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { openAtTheTable } from "../../support/at-the-table";
import { shippedStrategies } from "../../support/strategies";

const { loadOfferedSet } = vi.hoisted(() => ({ loadOfferedSet: vi.fn() }));
vi.mock("../../../src/ui/features/plan/ideas/load-strategies", () => ({ loadOfferedSet }));

test("ideas that do not open say so, leave the plan as it was, and can be tried again", async () => {
  loadOfferedSet.mockRejectedValueOnce(new Error("no such file"));
  loadOfferedSet.mockResolvedValueOnce(shippedStrategies);
  const { user } = await openAtTheTable({ page: "plan" });
  // The ideas load only when they are looked for.
  expect(loadOfferedSet).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Look for ideas" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(await dialog.findByRole("alert")).toHaveTextContent("The ideas did not open. Your plan is as it was.");
  await user.click(dialog.getByRole("button", { name: "Try again" }));
  expect((await dialog.findAllByRole("article")).length).toBeGreaterThan(0);
});
