import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byKeys, byMouse } from "../support/hands";
import { shippedStrategies } from "../support/strategies";
import { createVisitor } from "../support/visitor";

const food = shippedStrategies.strategies.find(({ id }) => id === "sensory.home.one-sure-food")!;

let app: RunningApp;
let device: Device;
beforeAll(async () => {
  app = await startApp();
  device = await openDevice();
});
afterAll(async () => {
  await device.forget();
  await app.stop();
});

test("HAZ-15 by keys alone and with the server dead: an idea is found and taken, and when to stop is still there after a reload", async () => {
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree();
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.saved();
  await app.kill();

  const keys = byKeys(page);
  const look = page.getByRole("button", { name: "Look for ideas" });
  const dialog = page.getByRole("dialog", { name: "Ideas to try" });
  await keys.press(look);
  await dialog.getByRole("article").first().waitFor();
  // On a tablet the keyboard would stand over the ideas, if focus began in the field.
  await expectFocusOn(dialog.locator('[data-place="ideas/lead"]'));

  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expectFocusOn(look);

  await page.keyboard.press("Enter");
  await keys.write(dialog.getByRole("searchbox"), "sure food");
  const take = dialog.getByRole("button", { name: `Put it in the plan: ${food.title}` });
  await take.waitFor();
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await keys.press(take);

  const action = page.getByRole("group", { name: "Action 1" });
  const what = action.getByLabel("What will we try?");
  await expectFocusOn(what);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Toast, always");
  await visitor.saved();

  await page.reload();
  await action.waitFor();
  expect(await what.inputValue()).toBe("Toast, always");
  expect(await action.getByText(food.stopIf).isVisible()).toBe(true);
  expect(await action.getByText(food.checkWith ?? "").isVisible()).toBe(true);
});

const expectFocusOn = async (target: {
  readonly evaluate: (read: (element: Element) => boolean) => Promise<boolean>;
}) => {
  await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
};
