import { renderApp, type RenderedApp } from "../../support/render-app"; // first: it brings the database
import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ConcernBody } from "#core/schema/concern";
import type { Services } from "../../../src/ui/app/services";
import { seedFamily, seedRecord, seedVisit } from "../../support/seeded-family";
import { grace, TUESDAY_NINE_MS } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const CASE = uuid(150);
const SAID = "Zephyrine said so.";
const DAY_MS = 86_400_000;

let app: RenderedApp;
afterEach(() => {
  app.close();
  cleanup();
});
const press = async (name: string): Promise<void> => {
  const found = await waitFor(() => screen.queryByRole("link", { name }) ?? screen.getByRole("button", { name }));
  await app.user.click(found);
};
const seedConcern = async (services: Services, of: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const concern = { byId: grace.id, byName: grace.name, atMs: TUESDAY_NINE_MS, practice: true, words: SAID, ...of };
  const body = ConcernBody.parse({ schemaVersion: 1, sections: { concern } });
  await seedRecord(services, { recordType: "concern", recordId: uuid(7_000), caseId: CASE, body });
};

test("HAZ-10 a concern is written behind the question of who looks, and lies nowhere but there", async () => {
  app = await renderApp({
    path: `/cases/${CASE}`,
    seed: async (services) => {
      await seedFamily(services);
    },
  });
  await press("Open my notes");
  expect(screen.queryByText("Safety concerns")).toBeNull();
  await press("Only I am looking");
  await press("Write down a concern");
  await app.user.type(await screen.findByLabelText("What was said or seen, word for word"), SAID);
  await app.user.click(screen.getByRole("radio", { name: "Not known" }));
  await press("Send this concern");
  expect(await screen.findByText(SAID)).toBeVisible();
  expect(screen.getByText("Waiting to be sent")).toBeVisible();
  const { records, drafts, deliveries } = app.services.store;
  const [concern] = valueOf(await records.list("concern")).records;
  expect(concern).toMatchObject({
    caseId: CASE,
    body: { sections: { concern: { words: SAID, dangerNow: "not-known" } } },
  });
  expect(concern?.body.sections.concern).toMatchObject({ alsoReadBy: [], familyTold: "", told: [] });
  expect(valueOf(await drafts.list()).drafts).toEqual([]);
  expect(valueOf(await deliveries.pending())[0]?.recordType).toBe("concern");
});

test("HAZ-10 while a visit goes on, no address leads to the notes", async () => {
  app = await renderApp({
    path: `/cases/${CASE}/notes`,
    seed: async (services) => {
      await seedVisit(services, await seedFamily(services));
      await seedConcern(services);
    },
  });
  await waitFor(() => {
    expect(document.querySelector('[data-family-view="closed"]')).not.toBeNull();
  });
  expect(screen.queryByText(/concern|Only I am looking|Zephyrine/)).toBeNull();
});

test("after a working day the author is asked who has answered, on the opening screen, until they say", async () => {
  app = await renderApp({
    seed: async (services) => {
      await seedFamily(services);
      await seedConcern(services, { atMs: TUESDAY_NINE_MS - DAY_MS });
    },
  });
  expect(await screen.findByRole("heading", { name: "Has somebody answered?" })).toBeVisible();
  expect(screen.queryByText(/Zephyrine|concern/i)).toBeNull();
  await press("Open my notes");
  await press("Only I am looking");
  await app.user.click(await screen.findByRole("link", { name: new RegExp(SAID) }));
  await press("Write down who answered");
  await app.user.type(await screen.findByLabelText("Who has answered"), "Dana");
  await press("Add this");
  expect(await screen.findByText("Dana has answered.")).toBeVisible();
  expect(screen.getByText(SAID)).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Has somebody answered?" })).toBeNull();
  await press("Close");
  await press("Strandline, Opening screen");
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByText("Has somebody answered?")).toBeNull();
});

test("the records keeper is told that there is something to read, and reads it without the child's record", async () => {
  app = await renderApp({
    change: ({ practitioner }) => ({ practitioner: { ...practitioner, id: uuid(9_001), role: "custodian" } }),
    seed: (services) => seedConcern(services),
  });
  expect(await screen.findByRole("heading", { name: "Safety concerns to read" })).toBeVisible();
  expect(screen.queryByText("Has somebody answered?")).toBeNull();
  await press("Open my notes");
  await press("Only I am looking");
  await app.user.click(await screen.findByRole("link", { name: new RegExp(SAID) }));
  expect(await screen.findByText(/^Written by Grace Okafor/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "Add to this" })).toBeNull();
});

test("HAZ-10 after a working day the records keeper is told of a concern that says of nobody that they were told, and finds it first", async () => {
  const keeper = ({ practitioner }: Services) => ({
    practitioner: { ...practitioner, id: uuid(9_001), role: "custodian" },
  });
  const told = [{ door: "child-front-door", who: "Dana", when: "at noon" }];
  app = await renderApp({
    change: keeper,
    seed: (services) => seedConcern(services, { atMs: TUESDAY_NINE_MS - DAY_MS, told }),
  });
  expect(await screen.findByRole("heading", { name: "Safety concerns to read" })).toBeVisible();
  expect(screen.queryByText("Nobody has been told yet")).toBeNull();
  app.close();
  cleanup();

  app = await renderApp({
    change: keeper,
    seed: (services) => seedConcern(services, { atMs: TUESDAY_NINE_MS - DAY_MS }),
  });
  expect(await screen.findByRole("heading", { name: "Nobody has been told yet" })).toBeVisible();
  expect(screen.queryByText(/Zephyrine/)).toBeNull();
  await press("Open my notes");
  await press("Only I am looking");
  const list = (await screen.findByRole("heading", { name: "Nobody has been told yet" })).parentElement;
  expect(list).toHaveTextContent(SAID);
  expect(screen.queryByRole("heading", { name: "Safety concerns to read" })).toBeNull();
});

test("HAZ-17 where the area has said no numbers, the page says so and has 999 and 111 alone", async () => {
  app = await renderApp({ path: "/notes/doors" });
  await press("Only I am looking");
  expect(await screen.findByText("Your area has given no numbers yet. Ring 999 or 111.")).toBeVisible();
  expect(screen.getAllByRole("link", { name: /^Ring / }).map((each) => each.getAttribute("href"))).toEqual([
    "tel:999",
    "tel:111",
  ]);
});

test("HAZ-17 beside each number of the area stands when it was checked, and what to do where that is long ago", async () => {
  const line = (number: string, checkedOn?: string) => ({ number, hours: "", who: "", checkedOn });
  const settings = {
    safetyDoors: [{ id: "child-front-door", lines: [line("01", "2026-11-02"), line("02", "2026-01-02"), line("03")] }],
  };
  const policy = { version: "1", withdrawnWording: [], questionnaires: [], settings, minimumProtocol: 1 };
  app = await renderApp({
    path: "/notes/doors",
    seed: async ({ store }) => {
      valueOf(await store.deliveries.take({ puts: [], gone: [], more: false, storeEpoch: "e", policy }));
    },
  });
  await press("Only I am looking");
  expect(await screen.findByText("Checked on 2 November 2026")).toBeVisible();
  expect(screen.getByText(/^Checked on 2 January 2026\. It may have changed\./)).toBeVisible();
  expect(screen.getByText("Your area has not said when this was checked.")).toBeVisible();
  expect(screen.getAllByText("Your area has given no number for this.")).toHaveLength(4);
});

test("HAZ-10 a concern that could not be taken in is there for whoever keeps the area's records, and says so", async () => {
  const concern = { byId: grace.id, byName: grace.name, atMs: TUESDAY_NINE_MS, practice: true, words: SAID };
  const body = JSON.stringify({ schemaVersion: 1, sections: { concern } });
  const sent = { recordType: "concern", recordId: uuid(7_001), caseId: CASE, revId: uuid(7_001), parents: [] };
  const policy = { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 };
  app = await renderApp({
    path: `/cases/${CASE}/notes/${uuid(7_001)}`,
    change: ({ practitioner }) => ({ practitioner: { ...practitioner, id: uuid(9_001), role: "custodian" } }),
    seed: async ({ store }) => {
      const puts = [{ ...sent, schemaVersion: 1, body, ver: "v", branches: [], held: "access" }];
      valueOf(await store.deliveries.take({ puts, gone: [], more: false, storeEpoch: "e", policy }));
    },
  });
  await press("Only I am looking");
  expect(await screen.findByText(SAID)).toBeVisible();
  expect(screen.getByText(/^This was sent, and could not be taken in\./)).toBeVisible();
});
