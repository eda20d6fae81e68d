import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import practicePeople from "../../practice/people.json";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { giveAccess } from "../support/give-access";
import { byMouse } from "../support/hands";
import { AMELIA, createVisitor } from "../support/visitor";

const SAID = "Zephyrine said the door was locked all night.";
const NOTED = "Quillfeather rang twice before noon.";

let app: RunningApp;
const devices: Device[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.forget()));
});
afterAll(async () => {
  await app.stop();
});

const deviceOf = async (name: string, watch: (page: Page) => void = () => undefined) => {
  const device = await openDevice();
  devices.push(device);
  const page = device.context().pages()[0] ?? (await device.context().newPage());
  watch(page);
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn(name);
  return { page, visitor };
};
const press = (page: Page, name: string) =>
  page
    .getByRole("link", { name, exact: true })
    .or(page.getByRole("button", { name, exact: true }))
    .first()
    .click();
const alone = async (page: Page): Promise<void> => {
  await press(page, "Open my notes");
  await press(page, "Only I am looking");
};
const accountOf = (name: string): string => practicePeople.people.find((person) => person.name === name)?.id ?? "";

/** From its next loading on, a page keeps what it pushes: the kinds of record of each request, in order. */
const keepWhatIsPushed = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const kept: string[][] = [];
    Object.assign(window, { kept });
    const send = window.fetch.bind(window);
    window.fetch = async (input, request) => {
      const body = request?.body;
      if (input === "/api/sync/push" && body !== undefined && body !== null) {
        const text =
          body instanceof Blob
            ? await new Response(body.stream().pipeThrough(new DecompressionStream("gzip"))).text()
            : (body as string);
        kept.push((JSON.parse(text) as { ops: { recordType: string }[] }).ops.map(({ recordType }) => recordType));
      }
      return send(input, request);
    };
  });
const pushedBy = (page: Page): Promise<string[][]> =>
  page.evaluate(() => (window as unknown as { kept: string[][] }).kept);

/** The child's record, and the ids of what was written about it. */
let record = "";
let ids: readonly string[] = [];

test("HAZ-10 a concern written in mid-visit without a server outlives its page, and is delivered before all else", async () => {
  const grace = await deviceOf("Grace Okafor");
  await grace.visitor.newFamily();
  record = grace.page.url();
  const caseId = new URL(record).pathname.split("/")[2] ?? "";
  await grace.page.locator('main [data-delivery="delivered"]').first().waitFor();
  await giveAccess(app, { caseId, accountId: accountOf("Tomasz Lewandowski") });
  await app.kill();

  await grace.page.goto(app.origin);
  await createVisitor(grace.page, byMouse(grace.page), { ...AMELIA, name: "Noah Reed", called: "Noah" }).newFamily();
  await grace.page.goto(record);
  await grace.visitor.startVisit();
  await grace.visitor.agree();
  await grace.visitor.mark("Amelia", 40);
  await grace.visitor.saved();
  expect(await grace.page.getByText(/my notes|concern/i).count()).toBe(0);

  // While the family may be looking, there is no way to it by its address either.
  const visit = grace.page.url();
  await grace.page.goto(`${record}/notes`);
  expect(await grace.page.getByText("Only I am looking").count()).toBe(0);
  await grace.page.goto(visit);
  await grace.visitor.leave();
  await grace.page.goto(record);
  await alone(grace.page);
  await press(grace.page, "Write down a concern");
  await grace.page.getByLabel("What was said or seen, word for word").fill(SAID);
  await grace.visitor.saved();
  await press(grace.page, "Whom to ring");
  await grace.page.getByRole("link", { name: "Ring 03069 990101" }).waitFor();
  expect(await grace.page.getByText("Checked on 2 November 2026").count()).toBeGreaterThan(4);

  // The page dies, and nothing that was typed with it; no other screen tells that something was begun.
  await grace.page.goto(app.origin);
  await grace.page.getByRole("link", { name: "Your families" }).waitFor();
  expect(await grace.page.getByText(/concern|my notes/i).count()).toBe(0);
  await grace.page.goto(record);
  await alone(grace.page);
  await press(grace.page, "Carry on with the concern");
  expect(await grace.page.getByLabel("What was said or seen, word for word").inputValue()).toBe(SAID);
  await grace.page.getByRole("radio", { name: "Not known" }).check();
  await press(grace.page, "Send this concern");
  await grace.page.locator('main [data-delivery="waiting"]').waitFor();
  await press(grace.page, "Write a note");
  await grace.page.getByLabel("Your note").fill(NOTED);
  await grace.visitor.saved();
  await press(grace.page, "Keep this note");
  await grace.page.getByText(NOTED).waitFor();

  await keepWhatIsPushed(grace.page);
  await grace.page.reload();
  await app.start();
  await press(grace.page, "Only I am looking");
  await expect.poll(() => grace.page.locator('main [data-delivery="delivered"]').count(), { timeout: 30_000 }).toBe(2);
  const pushes = await pushedBy(grace.page);
  const firstOther = pushes.findIndex((kinds) => kinds.some((kind) => kind !== "concern"));
  expect(firstOther).toBeGreaterThan(0);
  expect(pushes.slice(0, firstOther).flat()).toContain("concern");
  expect(pushes.slice(firstOther).flat()).not.toContain("concern");
  expect(new Set(pushes.slice(firstOther).flat())).toEqual(new Set(["case", "note"]));

  const hrefs = await grace.page
    .locator("main li a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  ids = hrefs.map((href) => href.split("/").at(-1) ?? "");
  expect(ids.map((id) => id.length)).toEqual([36, 36]);
});

test("HAZ-10 a colleague with the same child meets nothing of it, in any request or screen; the records keeper reads it", async () => {
  const heard: string[] = [];
  const tomasz = await deviceOf("Tomasz Lewandowski", (page) => {
    page.on("response", (response) => {
      if (!response.url().includes("/api/")) return;
      void response.text().then(
        (text) => heard.push(text),
        () => undefined,
      );
    });
  });
  await tomasz.page.goto(record);
  await tomasz.page.getByRole("heading", { name: "Amelia" }).waitFor();
  const asHeStood = await tomasz.page.locator("main").innerText();
  expect(asHeStood).not.toMatch(/Zephyrine|Quillfeather/);
  await alone(tomasz.page);
  await tomasz.page.getByText("Nothing is written down here.").waitFor();
  const all = heard.join("\n");
  expect(all.includes("Amelia")).toBe(true);
  for (const trace of [
    /Zephyrine|Quillfeather/,
    /"recordType":"(?:concern|note)"/,
    ...ids.map((id) => new RegExp(id)),
  ]) {
    expect(all.search(trace), trace.source).toBe(-1);
  }

  const ruth = await deviceOf("Ruth Adeyemi");
  await ruth.page.getByRole("heading", { name: "Safety concerns to read" }).waitFor();
  expect(await ruth.page.getByText(/Zephyrine|Amelia/).count()).toBe(0);
  await alone(ruth.page);
  await ruth.page.getByRole("link", { name: new RegExp(SAID) }).click();
  await ruth.page.locator("main").getByText(SAID).waitFor();
  expect(await ruth.page.getByText(NOTED).count()).toBe(0);
  expect(await ruth.page.getByRole("link", { name: "Add to this" }).count()).toBe(0);
});
