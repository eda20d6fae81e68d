import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice, showPractitioner } from "../support/browser";
import { byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

/** A page that is loaded has to be unlocked before it shows anything, on a machine that may be busy. */
const LONGEST_LOAD_MS = 45_000;

let app: RunningApp;
let device: Device | undefined;

beforeAll(async () => {
  app = await startApp();
});

afterEach(async () => {
  await device?.forget();
  device = undefined;
});

afterAll(async () => {
  await app.stop();
});

const signedIn = async () => {
  device = await openDevice({}, { leaves: false });
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await visitor.newFamily();
  return { page, visitor, context: device.context() };
};

const atFirstStrand = async () => {
  const opened = await signedIn();
  await opened.visitor.startVisit();
  await opened.visitor.agree();
  await opened.visitor.saved();
  return opened;
};

const followed = (page: Page) => page.getByRole("heading", { name: "This visit is open in another window" });
const noteOn = (page: Page) => page.getByLabel("What goes well");
const fieldsOn = (page: Page) => page.locator("main").locator("input, textarea, select, [role=slider]").count();

test("HAZ-02 a second window says that the visit is open in another, and shows what is saved there without being loaded anew", async () => {
  const { page, visitor, context } = await atFirstStrand();
  const second = await context.newPage();
  await second.goto(page.url());
  await followed(second).waitFor({ timeout: LONGEST_LOAD_MS });
  expect(await fieldsOn(second)).toBe(0);
  await second.evaluate(() => {
    document.documentElement.dataset["loaded"] = "once";
  });

  await visitor.goOn(/^Next: /);
  await second.getByText("Open there for Amelia: Energy and rest").waitFor();
  await visitor.mark("Amelia", 20);
  await visitor.pass("Mum");
  await visitor.saved();
  // The room has not seen the marks together yet, and so this window has none.
  const row = second.locator('[data-strand="energy"]');
  expect(await row.textContent()).not.toContain("Amelia");
  await visitor.seeTogether();
  await row.getByText(/Amelia/).waitFor();
  expect(await second.locator("html").getAttribute("data-loaded")).toBe("once");
  expect(await fieldsOn(second)).toBe(0);
});

test("HAZ-07 a window that follows shows nothing that is kept from anybody", async () => {
  const { page, visitor, context } = await atFirstStrand();
  const second = await context.newPage();
  await second.goto(page.url());
  await followed(second).waitFor({ timeout: LONGEST_LOAD_MS });
  const row = second.locator('[data-strand="communication"]');
  await visitor.mark("Mum", 80);
  await noteOn(page).fill("Words that Dad should not see");
  await page.getByRole("button", { name: "Pin as a strength" }).click();
  await page.locator("summary", { hasText: "Who should not see this?" }).click();
  await page.getByRole("checkbox", { name: /^Dad/ }).click();
  await visitor.mark("Amelia", 30);
  await visitor.seeTogether();
  await row.getByText(/Amelia/).waitFor();
  expect(await row.textContent()).not.toContain("Mum");
  expect(await second.locator("body").textContent()).not.toContain("Words that Dad");
});

test("HAZ-02 once the other window lets the visit go, it is offered here, and the window that was left follows", async () => {
  const { page, visitor, context } = await atFirstStrand();
  const address = page.url();
  await noteOn(page).fill("Said in the first window");
  const second = await context.newPage();
  await second.goto(address);
  await followed(second).waitFor({ timeout: LONGEST_LOAD_MS });
  expect(await second.getByRole("button", { name: "Carry on here" }).count()).toBe(0);

  await page.getByRole("button", { name: "Leave the visit" }).click();
  await showPractitioner(page, "Leave the visit");
  await second.getByRole("button", { name: "Carry on here" }).click();
  await noteOn(second).waitFor();
  expect(await noteOn(second).inputValue()).toBe("Said in the first window");
  await noteOn(second).fill("Said in the first window, and in the second");
  await createVisitor(second, byMouse(second)).saved();

  await page.goto(address);
  await followed(page).waitFor({ timeout: LONGEST_LOAD_MS });
  await second.close();
  await page.getByRole("button", { name: "Carry on here" }).click();
  await noteOn(page).waitFor();
  expect(await noteOn(page).inputValue()).toBe("Said in the first window, and in the second");
  await visitor.saved();
});

test("HAZ-02 a visit that is finished in the other window is shown as what it has become", async () => {
  const { page, visitor, context } = await atFirstStrand();
  const second = await context.newPage();
  await second.goto(page.url());
  await followed(second).waitFor({ timeout: LONGEST_LOAD_MS });
  await visitor.mark("Amelia", 30);
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.finish("Finish for today");
  await second.getByRole("heading", { level: 1, name: "Amelia's picture" }).waitFor();
  expect(await followed(second).count()).toBe(0);
});

test("HAZ-02 two windows that open one visit at the same moment: one writes, the other follows, and no word is lost", async () => {
  const { page, context } = await atFirstStrand();
  const second = await context.newPage();
  const address = page.url();
  await page.goto("about:blank");
  await Promise.all([page.goto(address), second.goto(address)]);
  const fields = noteOn(page).or(followed(page));
  await Promise.all([fields.first().waitFor(), noteOn(second).or(followed(second)).first().waitFor()]);
  const [writer, reader] = (await noteOn(page).isVisible()) ? [page, second] : [second, page];
  expect(await fieldsOn(reader)).toBe(0);
  const words = "Every one of these words was typed while the other window looked on.";
  // Whatever is typed in the window that follows goes nowhere, and takes nothing with it.
  await Promise.all([
    noteOn(writer).pressSequentially(words, { delay: 5 }),
    reader.keyboard.type("This is typed at nothing at all"),
  ]);
  await createVisitor(writer, byMouse(writer)).saved();
  await writer.close();
  await reader.getByRole("button", { name: "Carry on here" }).click();
  await noteOn(reader).waitFor();
  expect(await noteOn(reader).inputValue()).toBe(words);
});

test("HAZ-02 two windows that type at once in two forms keep every word of both", async () => {
  const { page, context } = await signedIn();
  const second = await context.newPage();
  const onlyI = second.locator("[data-asks-first]");
  const [name, note] = [page.getByLabel("Full name"), second.getByLabel("Your note")];
  for (const [each, address, field] of [
    [second, `${page.url()}/notes/note`, note],
    [page, `${app.origin}/cases/new`, name],
  ] as const) {
    await each.goto(address);
    if (each === second) await onlyI.click({ timeout: LONGEST_LOAD_MS });
    await field.waitFor({ timeout: LONGEST_LOAD_MS });
  }
  const [typed, noted] = ["Beatrice Okonkwo-Lindqvist the Third", "A note of some length that is typed meanwhile."];
  await Promise.all([name.pressSequentially(typed, { delay: 15 }), note.pressSequentially(noted, { delay: 15 })]);
  for (const each of [page, second]) await createVisitor(each, byMouse(each)).saved();
  for (const [each, field] of [
    [second, note],
    [page, name],
  ] as const) {
    await each.reload();
    if (each === second) await onlyI.click({ timeout: LONGEST_LOAD_MS });
    await field.waitFor({ timeout: LONGEST_LOAD_MS });
  }
  expect([await name.inputValue(), await note.inputValue()]).toEqual([typed, noted]);
});

test("HAZ-01 a window that was at the families is closed while a visit goes on in another, and opens when it is left", async () => {
  const { page, visitor, context } = await signedIn();
  const older = await context.newPage();
  await older.goto(`${app.origin}/cases`);
  await older.getByRole("heading", { level: 1 }).filter({ hasNotText: "You are in a visit" }).waitFor();
  await older
    .getByText(/Amelia/)
    .first()
    .waitFor();
  await visitor.startVisit();
  await older.getByRole("heading", { name: "You are in a visit" }).waitFor();
  expect(await older.locator("main").textContent()).not.toContain("Amelia");
  await page.getByRole("button", { name: "Leave the visit" }).click();
  await showPractitioner(page, "Leave the visit");
  await older
    .getByText(/Amelia/)
    .first()
    .waitFor();
});
