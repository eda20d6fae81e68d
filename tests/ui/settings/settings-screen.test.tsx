import { renderApp } from "../../support/render-app";
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { createObserved } from "#core/observed";
import type { SyncStatus } from "#sync/runner";
import { createTestDevice } from "../../support/test-device";

const group = async (name: string) => within(await screen.findByRole("group", { name }));
const fact = async (name: string) => {
  const term = await screen.findByText(name);
  return within(term.nextElementSibling as HTMLElement);
};
const open = (device = createTestDevice()) => renderApp({ path: "/settings", device });

describe("settings", () => {
  test.each([
    ["Light or dark", "As the device", "Dark", { theme: "dark" }],
    ["Space and size", "Usual", "Larger", { spacing: "larger" }],
    ["The nine lines in a visit", "One at a time", "All nine on one page", { strandsPage: "all" }],
  ])("%s: a choice counts at once and is kept", async (name, usual, other, kept) => {
    const app = await open();
    const choices = await group(name);
    expect(choices.getByRole("radio", { name: usual })).toBeChecked();
    await app.user.click(choices.getByRole("radio", { name: other }));
    expect(choices.getByRole("radio", { name: other })).toBeChecked();
    expect(app.services.preferences.get()).toMatchObject(kept);
    app.close();
    await open(app.device);
    expect((await group(name)).getByRole("radio", { name: other })).toBeChecked();
  });

  test("a long delivery says how far it is and can be stopped for now; what is here stays here", async () => {
    const sync = { status: createObserved<SyncStatus>({ kind: "not-yet" }), pause: vi.fn<() => void>() };
    const app = await renderApp({
      path: "/settings",
      change: (services) => ({ sync: { ...services.sync, ...sync } }),
    });
    await screen.findByRole("button", { name: "Send now" });
    act(() => {
      sync.status.set({ kind: "busy", progress: { kind: "fetching", done: 200, of: 500 } });
    });
    expect((await screen.findAllByText("Bringing here: 200 of 500")).length).toBeGreaterThan(0);
    await app.user.click(screen.getByRole("button", { name: "Stop for now" }));
    expect(sync.pause).toHaveBeenCalledOnce();
    act(() => {
      sync.status.set({ kind: "stopped" });
    });
    expect((await screen.findAllByText("Stopped for now. What is here stays here.")).length).toBeGreaterThan(0);
    expect(screen.getByRole("button", { name: "Send now" })).toBeEnabled();
  });

  test("the document changes with the choice", async () => {
    const app = await open();
    await app.user.click((await group("Light or dark")).getByRole("radio", { name: "Dark" }));
    await app.user.click((await group("Space and size")).getByRole("radio", { name: "Larger" }));
    expect(document.documentElement.dataset).toMatchObject({ theme: "dark", spacing: "larger" });
  });

  test("the made-up language is named for what it is, and turns every word and the page around", async () => {
    const app = await open();
    const choice = (await group("Language")).getByRole("radio", { name: /made-up language for checking pages/ });
    await app.user.click(choice);
    await waitFor(() => {
      expect(document.documentElement).toHaveAttribute("dir", "rtl");
    });
    const main = await screen.findByRole("main");
    await waitFor(() => {
      expect(within(main).getByRole("heading", { level: 1 }).textContent).toMatch(/^⟦.*⟧$/);
    });
    const words = main.cloneNode(true) as HTMLElement;
    // What the questionnaire and the device say of themselves is not the app's own words.
    for (const fact of words.querySelectorAll("dd")) fact.remove();
    expect(words.textContent).not.toMatch(/[A-Za-z]/);
    document.documentElement.dir = "ltr";
  });

  test("say what room is left, and when it is too little for a new visit", async () => {
    const device = createTestDevice();
    const app = await open(device);
    expect((await fact("Room left")).getByText("About 60 GB left. There is room for new visits.")).toBeVisible();
    app.close();
    device.storage.quota = device.storage.usage + 150 * 1024 * 1024;
    await open(device);
    expect((await fact("Room left")).getByText(/^About 150 MB left\. A new visit needs 200 MB\./)).toBeVisible();
  });

  test("say what the browser promised without asking it, and ask on request", async () => {
    const device = createTestDevice();
    const app = await open(device);
    const keeping = await fact("Keeping the records");
    expect(keeping.getByRole("status")).toHaveTextContent("The browser has not promised.");
    expect(device.storage.persisted).toBe(false);
    await app.user.click(keeping.getByRole("button", { name: "Ask the browser to keep it" }));
    expect(await keeping.findByText("The browser has promised to keep what is saved here.")).toBeVisible();
    expect(keeping.queryByRole("button")).toBeNull();
  });

  test("say so where the browser says nothing", async () => {
    await renderApp({
      path: "/settings",
      change: () => ({
        keeping: {
          space: async () => ({ kind: "not-known" }) as const,
          promise: async () => "not-known" as const,
          askToKeep: async () => "not-known" as const,
        },
      }),
    });
    expect((await fact("Room left")).getByText("This browser does not say.")).toBeVisible();
    expect((await fact("Keeping the records")).queryByRole("button")).toBeNull();
  });

  test("name the questionnaire that a new visit starts with", async () => {
    await open();
    expect((await fact("Questionnaire")).getByText("Neurodiversity profile, version 1")).toBeVisible();
  });
});
