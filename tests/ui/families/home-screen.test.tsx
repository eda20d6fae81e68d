import { renderApp } from "../../support/render-app";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { valueOf } from "../../support/value-of";
import { uuid } from "../../support/uuid";
import { type SeedServices, seedFamily, seedFinished, seedVisit } from "../../support/seeded-family";
import { createTestDevice } from "../../support/test-device";
import { showPractitioner } from "../../support/show-practitioner";

const heading = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });
const waitingList = async () => within(await screen.findByRole("region", { name: "Your other families" }));

const left = (visit: object) => ({ ...visit, left: true }) as never;

const threeFamilies = async (services: SeedServices): Promise<void> => {
  await seedFamily(services, {
    nextVisit: { on: "2026-11-24", at: "10:30", where: "At school", withPersonIds: [uuid(101), uuid(102)] },
  });
  const yusuf = await seedFamily(services, { from: 200, child: { name: "Yusuf Rahman" } });
  await seedVisit(services, yusuf, left);
  const tomasz = await seedFamily(services, { from: 300, child: { name: "Tomasz Bednarek", childCalls: "Tomek" } });
  await seedFinished(services, tomasz);
};

describe("the opening screen", () => {
  test("names the next visit: when, with whom and where", async () => {
    await renderApp({ seed: threeFamilies });
    expect(await heading("Amelia")).toBeVisible();
    expect(screen.getByText("Next, today at 10:30")).toBeVisible();
    const main = within(screen.getByRole("main"));
    expect(main.getByText("Mum").closest("dd")).toHaveTextContent("Mum and Miss Ionescu");
    expect(main.getByText("At school")).toBeVisible();
    expect(main.getByRole("button", { name: "Start the visit" })).toBeVisible();
  });

  test("says tomorrow, the weekday, and the day alone where no time is set", async () => {
    const card = async (on: string, at: string) => {
      const app = await renderApp({
        seed: async (services) => {
          await seedFamily(services, { nextVisit: { on, at } });
        },
      });
      await heading("Amelia");
      const words = screen.getByText(/^Next, /).textContent;
      app.close();
      return words;
    };
    expect(await card("2026-11-25", "16:05")).toBe("Next, tomorrow at 16:05");
    expect(await card("2026-11-25", "")).toBe("Next, tomorrow");
    expect(await card("2026-12-01", "09:00")).toBe("Next, on Tuesday 1 December at 09:00");
    expect(await card("2027-01-05", "")).toBe("Next, on Tuesday, 5 January 2027");
  });

  test("shows everyone else by initials, with how far they are and where the record is, and no name", async () => {
    await renderApp({ seed: threeFamilies });
    const list = await waitingList();
    const rows = list.getAllByRole("link");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Y. R.Started 24 NovemberOn this device only",
      "T. B.Finished on 24 NovemberWaiting to be sent",
    ]);
    expect(rows[0]?.querySelector("[data-delivery]")).toHaveAttribute("data-delivery", "draft");
    expect(rows[1]?.querySelector("[data-delivery]")).toHaveAttribute("data-delivery", "waiting");
    expect(document.body).not.toHaveTextContent(/Yusuf|Rahman|Tomek|Tomasz/);
  });

  test("shows names for as long as they are asked for, and not when it is opened again", async () => {
    const app = await renderApp({ seed: threeFamilies });
    const list = await waitingList();
    const toggle = list.getByRole("button", { name: "Show names" });
    await app.user.click(toggle);
    expect(toggle).toHaveAccessibleName("Hide names");
    expect(list.getByText("Yusuf Rahman")).toBeVisible();
    expect(list.getByText("Tomek")).toBeVisible();
    await app.user.click(toggle);
    expect(list.queryByText("Yusuf Rahman")).toBeNull();
    await app.user.click(toggle);
    app.close();
    await renderApp({ device: app.device });
    expect((await waitingList()).queryByText("Yusuf Rahman")).toBeNull();
  });

  test("opens on the unfinished visit saved last where no visit is set", async () => {
    const device = createTestDevice();
    await renderApp({
      device,
      seed: async (services) => {
        device.nowMs -= 20 * 86_400_000;
        await seedVisit(services, await seedFamily(services), left);
        device.nowMs += 86_400_000;
        await seedVisit(services, await seedFamily(services, { from: 200, child: { name: "Yusuf Rahman" } }), left);
        device.nowMs += 19 * 86_400_000;
      },
    });
    expect(await heading("Yusuf Rahman")).toBeVisible();
    expect(screen.getByText("To carry on with, started 5 November")).toBeVisible();
    expect(screen.getByRole("link", { name: "Carry on with the visit" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Start the visit" })).toBeNull();
  });

  test("says what Strandline is when nobody is on the device", async () => {
    const app = await renderApp();
    expect(await heading("Ready for your first family")).toBeVisible();
    expect(screen.getByText(/one shared conversation about a child/)).toBeVisible();
    expect(screen.queryByRole("link", { name: "Your families" })).toBeNull();
    await app.user.click(screen.getByRole("link", { name: "New family" }));
    expect(await heading("New family")).toBeVisible();
    expect(app.path()).toBe("/cases/new");
  });

  test("says so when there are families and none of them is next", async () => {
    await renderApp({
      seed: async (services) => {
        await seedFamily(services);
      },
    });
    expect(await heading("No visit is set")).toBeVisible();
    expect((await waitingList()).getByRole("link", { name: /A\. L\..*Not started/ })).toBeVisible();
    expect(screen.getByRole("link", { name: "Your families" })).toBeVisible();
  });

  test("carries the fixed purpose", async () => {
    await renderApp();
    await heading(/Ready/);
    expect(screen.getByRole("contentinfo")).toHaveTextContent(
      "It does not diagnose. You do not need a diagnosis for us to act on it.",
    );
  });

  test("shows no mark and no line of a profile in its lists", async () => {
    await renderApp({ seed: threeFamilies });
    expect((await waitingList()).queryByRole("img")).toBeNull();
    expect(screen.queryByRole("slider")).toBeNull();
    expect(screen.getByRole("main").querySelector("li svg")).toBeNull();
  });

  test("follows what another window writes", async () => {
    const app = await renderApp();
    await heading(/Ready/);
    await seedFamily(app.services, { nextVisit: { on: "2026-11-26" } });
    expect(await heading("Amelia")).toBeVisible();
  });

  test("names a record that cannot be read, with its place and reason, and shows the rest", async () => {
    await renderApp({
      seed: async (services) => {
        await seedFamily(services, { nextVisit: { on: "2026-11-26" } });
        await seedUnreadable(services);
      },
    });
    expect(await heading("Amelia")).toBeVisible();
    expect(screen.getByRole("heading", { name: "One record cannot be shown" })).toBeVisible();
    expect(screen.getByText(/It is kept as it is\. The place: sections/)).toBeVisible();
  });

  test("says that the store did not open, and that nothing was removed", async () => {
    await renderApp({
      seed: async (services) => {
        services.store.close();
      },
    });
    expect(await screen.findByRole("alert")).toHaveTextContent("Nothing has been removed.");
    expect(screen.getByRole("button", { name: "Open the page again" })).toBeVisible();
  });

  test("leads to the settings and home again from its head", async () => {
    const app = await renderApp();
    const head = within(await screen.findByRole("banner"));
    expect(head.getByText("Grace Okafor")).toBeVisible();
    expect(head.getByText("No connection. Everything is kept here.")).toBeVisible();
    await app.user.click(head.getByRole("link", { name: "Settings" }));
    await waitFor(async () => {
      expect(await heading("Settings")).toHaveFocus();
    });
    await app.user.click(within(screen.getByRole("banner")).getByRole("link", { name: /Strandline/ }));
    await waitFor(async () => {
      expect(await heading(/Ready/)).toHaveFocus();
    });
  });
});

const seedUnreadable = async ({ store }: SeedServices): Promise<void> => {
  const operation = {
    opId: uuid(990),
    recordType: "case" as const,
    recordId: uuid(991),
    caseId: uuid(991),
    parents: [],
    schemaVersion: 1,
    body: `{"schemaVersion":1}`,
    sha256: "0".repeat(64),
    clientTime: 1,
  };
  valueOf(await store.outbox.add([operation]));
};

describe("the app, opened", () => {
  const begun = async (services: SeedServices, change: (visit: object) => object): Promise<void> => {
    await seedVisit(services, await seedFamily(services, { nextVisit: { on: "2026-11-24" } }), (visit) =>
      Object.assign({}, visit, change(visit)),
    );
  };

  test("goes straight back to the strand of a visit that nobody left", async () => {
    const app = await renderApp({ seed: (services) => begun(services, () => ({ place: "strands/attention" })) });
    await waitFor(() => {
      expect(app.path()).toMatch(/^\/profiles\/[0-9a-f-]+\/strands\/attention$/);
    });
    expect(await screen.findByRole("button", { name: "Leave the visit" })).toBeVisible();
  });

  test("stays when the visit was left on purpose", async () => {
    const app = await renderApp({ seed: (services) => begun(services, () => ({ left: true })) });
    expect(await heading("Amelia")).toBeVisible();
    expect(app.path()).toBe("/");
  });

  test("shows no family while a visit is open in another window", async () => {
    const app = await renderApp({
      seed: async (services) => {
        await begun(services, () => ({}));
        await services.draftLocks.holdDraft(uuid(1));
      },
    });
    expect(await heading("You are in a visit")).toBeVisible();
    expect(app.path()).toBe("/");
  });

  test("stays when a person comes to the opening screen by themselves", async () => {
    const app = await renderApp({ path: "/settings", seed: (services) => begun(services, () => ({})) });
    await app.user.click(await screen.findByRole("button", { name: "Leave the visit" }));
    await showPractitioner(app.user, "Leave the visit");
    await heading("Settings");
    await app.user.click(within(screen.getByRole("banner")).getByRole("link", { name: /Strandline/ }));
    expect(await heading("Amelia")).toBeVisible();
    expect(app.path()).toBe("/");
  });

  test("stays when another window leaves a visit unfinished later", async () => {
    const app = await renderApp();
    await heading(/Ready/);
    await begun(app.services, () => ({}));
    expect(await heading("Amelia")).toBeVisible();
    expect(app.path()).toBe("/");
  });

  test("a visit that was left in the app is not returned to, one that was lost is", async () => {
    const device = createTestDevice();
    const first = await renderApp({ device, seed: (services) => begun(services, () => ({ place: "start" })) });
    await first.user.click(await screen.findByRole("button", { name: "Leave the visit" }));
    await showPractitioner(first.user, "Leave the visit");
    expect(await heading("Amelia")).toBeVisible();
    await first.user.click(screen.getByRole("link", { name: "Carry on with the visit" }));
    await screen.findByRole("button", { name: "Leave the visit" });
    await waitFor(async () => {
      expect(valueOf(await first.services.store.drafts.list()).drafts[0]?.body).toMatchObject({ left: false });
    });
    first.close();
    const second = await renderApp({ device });
    await waitFor(() => {
      expect(second.path()).toMatch(/^\/profiles\//);
    });
  });
});
