import { renderApp } from "../../support/render-app";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { type SeedServices, seedFamily, seedFinished } from "../../support/seeded-family";
import { uuid } from "../../support/uuid";

const families = async (services: SeedServices): Promise<void> => {
  await seedFamily(services, { from: 200, child: { name: "Yusuf Rahman", bornOn: "2012-09-01" } });
  await seedFinished(services, await seedFamily(services, { nextVisit: { on: "2026-12-01", at: "14:00" } }));
  await seedFamily(services, { from: 300, child: { name: "مريم الأحمد" } });
};

describe("your families", () => {
  test("stand by name, each with its state and where it is", async () => {
    await renderApp({ path: "/cases", seed: families });
    await screen.findByRole("heading", { level: 1, name: "Your families" });
    const rows = within(screen.getByRole("main")).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Amelia LoweBorn 31 March 2018Finished on 24 NovemberVisit on Tuesday 1 December at 14:00Waiting to be sent",
      "Yusuf RahmanBorn 1 September 2012Not startedWaiting to be sent",
      "مريم الأحمدBorn 31 March 2018Not startedWaiting to be sent",
    ]);
    expect(screen.getByText("مريم الأحمد").tagName).toBe("BDI");
  });

  test("lead to the record", async () => {
    const app = await renderApp({ path: "/cases", seed: families });
    await app.user.click(await screen.findByRole("link", { name: /Yusuf Rahman/ }));
    await waitFor(() => {
      expect(screen.getByRole("heading", { level: 1, name: "Yusuf Rahman" })).toHaveFocus();
    });
    expect(app.path()).toBe(`/cases/${uuid(250)}`);
  });

  test("are nobody on a new device, and the way to the first is there", async () => {
    await renderApp({ path: "/cases" });
    expect(await screen.findByText("No family is on this device yet.")).toBeVisible();
    expect(screen.getByRole("link", { name: "New family" })).toHaveAttribute("href", "/cases/new");
  });

  test("twins of one birthday are two families with two names", async () => {
    await renderApp({
      path: "/cases",
      seed: async (services) => {
        await seedFamily(services, { child: { name: "Ada Lowe" } });
        await seedFamily(services, { from: 200, child: { name: "Alma Lowe" } });
      },
    });
    expect(await screen.findByRole("link", { name: /Ada Lowe.*Born 31 March 2018/ })).toBeVisible();
    expect(screen.getByRole("link", { name: /Alma Lowe.*Born 31 March 2018/ })).toBeVisible();
  });
});
