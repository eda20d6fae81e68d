import { renderApp } from "../../support/render-app";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { err, ok } from "#core/result";
import type { OverviewRow } from "#core/schema/overview-wire";
import type { HeldDesk } from "#sync/held-desk";

const rows: readonly OverviewRow[] = [
  { name: "Jo Reed", devices: [{ device: "019ac001", waiting: 2, saidAtMs: 8_000 }], twoVersions: 1, held: 0 },
  { name: "Ash Bell", devices: [{ device: "019ac002", waiting: 0, saidAtMs: 9_000 }], twoVersions: 0, held: 0 },
];

const open = (answers: readonly (readonly OverviewRow[] | undefined)[], role = "service-lead") => {
  const left = [...answers];
  return renderApp({
    path: "/settings/overview",
    change: (services) => ({
      practitioner: { ...services.practitioner, role },
      heldDesk: async () => {
        const rowsNow = left.shift();
        return {
          ...(await services.heldDesk()),
          overview: async (): ReturnType<HeldDesk["overview"]> =>
            rowsNow === undefined ? err({ type: "NoAnswer" }) : ok([...rowsNow]),
        };
      },
    }),
  });
};

test("whoever leads the service sees what is not in by practitioner, and who has nothing open", async () => {
  await open([rows]);
  const [jo] = await screen.findAllByRole("listitem");
  expect(jo).toHaveTextContent(/^2 things wait on device 019ac001\. It said so /);
  expect(screen.getByRole("heading", { name: "Jo Reed" })).toBeVisible();
  expect(screen.getByText(/^1 second version that nobody has brought together/)).toBeVisible();
  const main = within(screen.getByRole("main"));
  expect(main.getByText("Ash Bell")).toBeVisible();
  expect(main.getByText(/^Device 019ac002, heard /)).toBeVisible();
  expect(main.queryByText("Everything that devices know of is in.")).toBeNull();
});

test("a server that cannot be asked is said, and asked again; then everything is in", async () => {
  const app = await open([undefined, rows.slice(1)]);
  expect(await screen.findByText("The server could not be asked.")).toBeVisible();
  await app.user.click(screen.getByRole("button", { name: "Look again" }));
  expect(await screen.findByText("Everything that devices know of is in.")).toBeVisible();
});

test("to everybody else there is nothing at that address", async () => {
  await open([rows], "health-visitor");
  expect(await screen.findByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
