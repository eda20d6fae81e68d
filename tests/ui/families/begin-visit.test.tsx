import { renderApp } from "../../support/render-app";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { Visit } from "#core/schema/visit";
import { NEW_VISIT_FLOOR_BYTES } from "#storage/new-visit-room";
import { beginVisit } from "../../../src/ui/features/families/begin-visit";
import { type SeedServices, seedFamily, seedVisit } from "../../support/seeded-family";
import { createTestDevice } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const amelia = async (services: SeedServices): Promise<void> => {
  await seedFamily(services, { nextVisit: { on: "2026-11-24", at: "10:30" } });
};
const visitsOf = async ({ store }: SeedServices): Promise<readonly Visit[]> =>
  valueOf(await store.drafts.list()).drafts.flatMap((draft) => (draft.kind === "visit" ? [draft.body] : []));
const startButton = () => screen.findByRole("button", { name: "Start the visit" });

describe("starting a visit", () => {
  test("from the opening screen saves it first and then opens its first page", async () => {
    const app = await renderApp({ seed: amelia });
    await app.user.click(await startButton());
    await waitFor(() => {
      expect(app.path()).toMatch(/^\/profiles\/[0-9a-f-]+\/start$/);
    });
    const [visit] = await visitsOf(app.services);
    expect(app.path()).toBe(`/profiles/${visit?.profileId ?? ""}/start`);
    expect(visit).toMatchObject({ caseId: uuid(150), left: false });
    expect(visit?.profile.sections.frame).toMatchObject({
      childId: uuid(100),
      ledBy: app.services.practitioner.id,
      startedAtMs: app.services.clock.nowMs(),
      band: "primary",
      practice: true,
      instrument: { id: "nd-profile", version: 1, language: "en-GB" },
    });
  });

  test("from the record does the same", async () => {
    const app = await renderApp({ seed: amelia, path: `/cases/${uuid(150)}` });
    await app.user.click(await startButton());
    await waitFor(() => {
      expect(app.path()).toMatch(/^\/profiles\/[0-9a-f-]+\/start$/);
    });
    expect(await visitsOf(app.services)).toHaveLength(1);
  });

  test("asks the browser once to keep what is saved, and does not wait for the answer", async () => {
    const device = createTestDevice();
    const services = await device.open();
    const askToKeep = vi.fn(() => new Promise<never>(() => undefined));
    const keeping = { ...services.keeping, askToKeep };
    const one = await seedFamily(services);
    const two = await seedFamily(services, { from: 200 });
    expect((await beginVisit({ ...services, keeping }, one.caseId, one.body)).ok).toBe(true);
    expect((await beginVisit({ ...services, keeping }, two.caseId, two.body)).ok).toBe(true);
    expect(askToKeep).toHaveBeenCalledTimes(1);
  });

  test("is refused politely below the floor of space, and nothing is written", async () => {
    const device = createTestDevice();
    device.storage.usage = device.storage.quota - NEW_VISIT_FLOOR_BYTES + 1;
    const app = await renderApp({ device, seed: amelia });
    await app.user.click(await startButton());
    expect(await screen.findByRole("alert")).toHaveTextContent("It needs 200 MB free, and has about 199 MB.");
    expect(await visitsOf(app.services)).toEqual([]);
    expect(app.path()).toBe("/");
    device.storage.usage -= 1;
    await app.user.click(await startButton());
    await waitFor(() => {
      expect(app.path()).toMatch(/^\/profiles\//);
    });
  });

  test("a visit that was begun is carried on with below the floor", async () => {
    const device = createTestDevice();
    const services = await device.open();
    const family = await seedFamily(services);
    const begun = await seedVisit(services, family, (visit) => ({ ...visit, place: "strands/motor" }));
    device.storage.usage = device.storage.quota;
    expect(await beginVisit(services, family.caseId, family.body)).toEqual({
      ok: true,
      value: `/profiles/${begun.profileId}/strands/motor`,
    });
  });

  test("the unfinished visit is carried on with where it was left, instead of a second", async () => {
    const app = await renderApp({
      seed: async (services) => {
        const family = await seedFamily(services, { nextVisit: { on: "2026-11-24" } });
        await seedVisit(services, family, (visit) => ({ ...visit, place: "strands/motor", left: true }));
      },
    });
    await app.user.click(await screen.findByRole("link", { name: "Carry on with the visit" }));
    await waitFor(() => {
      expect(app.path()).toMatch(/\/strands\/motor$/);
    });
    expect(await visitsOf(app.services)).toHaveLength(1);
  });

  test("two windows that begin at the same moment have one visit between them", async () => {
    const device = createTestDevice();
    const [one, two] = [await device.open(), await device.open()];
    const { caseId, body } = await seedFamily(one);
    const [first, second] = await Promise.all([beginVisit(one, caseId, body), beginVisit(two, caseId, body)]);
    expect(await visitsOf(one)).toHaveLength(1);
    expect(valueOf(first)).toBe(valueOf(second));
  });

  test("a visit that cannot be saved is not started, and says so", async () => {
    const app = await renderApp({
      seed: amelia,
      change: ({ store }) => ({
        store: {
          ...store,
          drafts: { ...store.drafts, save: async () => ({ ok: false, error: { type: "QuotaExceeded" } }) as const },
        },
      }),
    });
    await app.user.click(await startButton());
    expect(await screen.findByRole("alert")).toHaveTextContent("it has not started");
    expect(app.path()).toBe("/");
  });
});
