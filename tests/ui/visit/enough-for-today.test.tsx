import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { chooseLength } from "#core/visit/visit-length";
import { openAtTheTable } from "../../support/at-the-table";
import { renderApp } from "../../support/render-app";
import { showPractitioner } from "../../support/show-practitioner";

test("over two visits: enough for today leaves the draft, and another day it is carried on with at the same line", async () => {
  const first = await openAtTheTable({
    page: "strands/sensory",
    change: (visit) => chooseLength(visit, "two-visits"),
  });
  await first.user.type(screen.getByLabelText("What goes well"), "The swing");
  await first.user.click(screen.getByRole("button", { name: "Enough for today" }));
  expect(screen.getByText(/You carry on another day, at this same place/)).toBeVisible();
  await showPractitioner(first.user, "Enough for today");
  await waitFor(() => {
    expect(first.path()).toBe("/");
  });
  expect(await screen.findByText(/^To carry on with/)).toBeVisible();
  await first.user.click(screen.getByRole("link", { name: "Open the record" }));
  expect(await screen.findByText("Over two visits, to carry on")).toBeVisible();
  const record = first.path();
  first.close();

  first.device.nowMs += 7 * 24 * 3_600_000;
  const { user, path } = await renderApp({ device: first.device, path: record });
  await user.click(await screen.findByRole("link", { name: /Over two visits, to carry on/ }));
  await waitFor(() => {
    expect(path()).toContain("/strands/sensory");
  });
  expect(await screen.findByLabelText("What goes well")).toHaveValue("The swing");
});

test("a visit that is not over two visits is left as before", async () => {
  await openAtTheTable({ page: "strands/sensory" });
  expect(await screen.findByRole("button", { name: "Leave the visit" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Enough for today" })).not.toBeInTheDocument();
});
