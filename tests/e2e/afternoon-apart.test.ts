import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { verifyAudit } from "#server/audit/verify-audit";
import { openPracticeStore } from "#server/store/open-practice-store";
import { type RunningApp, startApp } from "../support/app";
import { type BadWay, MISHAPS, openBadWay } from "../support/bad-way";
import type { Device } from "../support/browser";
import { giveAccess } from "../support/give-access";
import { accountOf, deviceOf, idIn, putRightAndSetVisit } from "../support/two-people";
import { valueOf } from "../support/value-of";

const SEED = Number(process.env["SEED"] ?? 20_261_123);

let app: RunningApp;
let way: BadWay;
const devices: Device[] = [];

beforeAll(async () => {
  app = await startApp();
  way = await openBadWay(() => app.port, SEED);
});

afterAll(async () => {
  await Promise.all(devices.splice(0).map((device) => device.forget()));
  await way.close();
  await app.stop();
});

/** However bad the way is, somebody who presses again and again gets everything through. */
const sendUntilAllIsIn = async (page: Page): Promise<void> => {
  await page.goto(`${way.origin}/settings`);
  const allIn = page.locator('[data-sync="all-delivered"]');
  for (let presses = 0; presses < 40; presses += 1) {
    await page.getByRole("button", { name: "Send now" }).click();
    const isIn = await allIn.waitFor({ timeout: 1_500 }).then(
      () => true,
      () => false,
    );
    if (isIn) return;
  }
  throw new Error(`not everything came through; ${[...way.happened()].map((each) => each.join(" ")).join(", ")}`);
};

/** All that the server keeps of a case, and whether its audit holds. */
const keptOf = async (caseId: string) => {
  await app.kill();
  const store = valueOf(await openPracticeStore(app.dataDir));
  const { broken } = await verifyAudit(store);
  await store.close();
  const database = await PGlite.create(join(app.dataDir, "practice"));
  const rows = async (query: string) =>
    (await database.query<Record<string, unknown>>(query, [caseId])).rows.map((row) => Object.values(row));
  const kept = {
    broken,
    revisions: await rows(`select r.record_type, count(*)::int from strandline.revision v
      join strandline.record r on r.record_id = v.record_id where v.case_id = $1 group by 1 order by 1`),
    sameTwice: await rows(`select record_id, sha256 from strandline.revision where case_id = $1
      group by 1, 2 having count(*) > 1`),
    unmerged: await rows(`select rev_id from strandline.branch where case_id = $1 and merged_by is null`),
    held: await rows(`select op_id from strandline.quarantine where case_id = $1`),
  };
  await database.close();
  await app.start();
  return kept;
};

test("HAZ-02 a whole afternoon of two people over a way that loses, delays, cuts and doubles: all of it arrives, once, and both see the same", async () => {
  const grace = await deviceOf(way.origin, "Grace Okafor", devices);
  way.becomes("bad");
  await grace.visitor.newFamily();
  const caseId = idIn(grace.page.url(), "cases");
  await grace.visitor.startVisit();
  await grace.visitor.agree();
  await grace.visitor.mark("Amelia", 64);
  await grace.visitor.mark("Mum", 30);
  await grace.visitor.toPicture();
  await grace.visitor.toPlan();
  await grace.visitor.tryOneThing("A quiet corner after lunch");
  await grace.visitor.finish("This is right for today");
  const ids = { caseId, profileId: idIn(grace.page.url(), "profiles") };
  await sendUntilAllIsIn(grace.page);

  way.becomes("good");
  await giveAccess(app, { caseId, accountId: accountOf("Tomasz Lewandowski") });
  const tomasz = await deviceOf(way.origin, "Tomasz Lewandowski", devices);
  way.becomes("bad");
  await sendUntilAllIsIn(tomasz.page);

  // Each writes while nothing comes through; then it is bad again.
  way.becomes("gone");
  await putRightAndSetVisit(tomasz.page, ids, "Snails in the garden");
  await putRightAndSetVisit(grace.page, ids, "Trains at night");
  way.becomes("bad");
  await sendUntilAllIsIn(grace.page);
  await sendUntilAllIsIn(tomasz.page);

  const { page } = tomasz;
  await page.goto(`${way.origin}/cases/${caseId}`);
  await page.getByRole("link", { name: "Look at both" }).click();
  await page.getByRole("group", { name: "Where" }).getByRole("radio", { name: "Write it anew" }).check();
  await page.getByLabel("Your words").fill("At the garden gate");
  await page.getByRole("button", { name: "Keep this" }).click();
  await page.getByRole("heading", { name: "Amelia", level: 1 }).waitFor();
  await page.getByText("At the garden gate").waitFor();
  await page.getByRole("link", { name: "Look at both" }).click();
  await page.getByText("A profile of Amelia.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Keep this" }).click();
  await page.getByRole("heading", { name: "Amelia", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Look at both" }).waitFor({ state: "detached" });
  await sendUntilAllIsIn(page);
  await sendUntilAllIsIn(grace.page);
  expect([...way.happened().keys()].sort()).toEqual([...MISHAPS].sort());

  for (const each of [grace.page, page]) {
    await each.goto(`${way.origin}/cases/${caseId}`);
    await each.getByText("At the garden gate").waitFor();
    expect(await each.locator('main [data-delivery]:not([data-delivery="delivered"])').count()).toBe(0);
    await each.goto(`${way.origin}/profiles/${ids.profileId}/picture`);
    await each.getByText("Snails in the garden").waitFor();
    await each.getByText("Trains at night").waitFor();
    await each.goto(`${way.origin}/profiles/${ids.profileId}/plan`);
    await each.getByText("A quiet corner after lunch").first().waitFor();
  }
  // The version that stands is the one that brought both together: its receipt is with whoever did that.
  await page.locator("header").getByRole("button", { name: /^Sent/ }).click();
  await page.getByText("Receipt number").waitFor();
  expect(await keptOf(caseId)).toEqual({
    broken: [],
    // Begun, changed by each of the two, and brought together.
    revisions: [
      ["case", 4],
      ["plan", 1],
      ["profile", 4],
    ],
    sameTwice: [],
    unmerged: [],
    held: [],
  });
}, 300_000);
