import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { showPractitioner } from "../support/browser";
import { byMouse } from "../support/hands";
import { createVisitor } from "../support/visitor";

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

const atFirstStrand = async () => {
  device = await openDevice();
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  return { page, visitor };
};

const theDevice = (): Device => device ?? expect.fail("no device was opened");

const noteOn = (page: Page) => page.getByLabel("What goes well");

test.each([
  ["the tab crashes", (page: Page) => void page.goto("chrome://crash").catch(() => undefined)],
  ["the browser is killed", () => theDevice().kill()],
])(
  "HAZ-02 %s while somebody types: the app comes back to the same strand, and half a second at most is gone",
  async (_, end) => {
    const { page, visitor } = await atFirstStrand();
    await visitor.goOn(/^Next: /);
    await page.getByRole("heading", { level: 1, name: "Energy and rest" }).waitFor();
    await noteOn(page).pressSequentially("She told us all about the harbour. ");
    await visitor.saved();
    const calledSaved = await noteOn(page).inputValue();

    void noteOn(page)
      .pressSequentially("and then the boats came in one after the other all afternoon", { delay: 20 })
      .catch(() => undefined);
    await page.waitForTimeout(800);
    const halfASecondBefore = await noteOn(page).inputValue();
    await page.waitForTimeout(500);
    await end(page);

    const context = end.length === 0 ? await theDevice().reopen() : theDevice().context();
    const again = await context.newPage();
    await again.goto(app.origin);
    await again.waitForURL(/\/strands\/energy$/);
    const words = await noteOn(again).inputValue();
    expect(words.startsWith(calledSaved)).toBe(true);
    expect(halfASecondBefore.length).toBeGreaterThan(calledSaved.length);
    expect(words.startsWith(halfASecondBefore)).toBe(true);
  },
);

test('HAZ-02 "saved" is shown only once the words can be read back from the disk', async () => {
  let { page } = await atFirstStrand();
  for (const words of ["Dens", "Dens and tunnels", "Dens and tunnels and maps"]) {
    await noteOn(page).fill(words);
    await page.locator('[data-save-state="saving"]').waitFor();
    await page.locator('[data-save-state="saved"]').waitFor();
    await theDevice().kill();
    page = await (await theDevice().reopen()).newPage();
    await page.goto(app.origin);
    expect(await noteOn(page).inputValue()).toBe(words);
  }
});

test("a second window says that the visit is open elsewhere, and takes it over once the first is closed", async () => {
  const { page } = await atFirstStrand();
  await noteOn(page).fill("Written in the first window");
  await page.locator('[data-save-state="saved"]').waitFor();
  const second = await theDevice().context().newPage();
  await second.goto(page.url());
  await second.getByRole("heading", { name: "This visit is open in another window" }).waitFor();
  expect(await second.getByRole("slider").count()).toBe(0);
  await page.close();
  await second.reload();
  expect(await noteOn(second).inputValue()).toBe("Written in the first window");
});

test("leaving the visit keeps it; the opening screen offers to carry on and does not go there by itself", async () => {
  const { page } = await atFirstStrand();
  await noteOn(page).fill("To be carried on");
  await page.getByRole("button", { name: "Leave the visit" }).click();
  await showPractitioner(page, "Leave the visit");
  await page
    .getByRole("button", { name: /Carry on with the visit/ })
    .or(page.getByRole("link", { name: /Carry on with the visit/ }))
    .click();
  await page.waitForURL(/\/strands\/communication$/);
  expect(await noteOn(page).inputValue()).toBe("To be carried on");
});
