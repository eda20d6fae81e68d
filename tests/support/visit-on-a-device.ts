import type { Page } from "playwright-core";
import type { RunningApp } from "./app";
import { type Device, openDevice } from "./browser";
import { byMouse } from "./hands";
import { AMELIA, createVisitor, type VisitorFamily } from "./visitor";

/** A device of its own with nobody's work on it, and its practitioner signed in. */
export const arriveOn = async (app: RunningApp, devices: Device[], family: VisitorFamily = AMELIA) => {
  const device = await openDevice({ acceptDownloads: true });
  devices.push(device);
  const page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page), family);
  await visitor.signIn();
  return { device, page, visitor };
};

/** The same, with a family written down and a visit begun, open at its first line. */
export const beginOn = async (app: RunningApp, devices: Device[], family: VisitorFamily = AMELIA) => {
  const arrived = await arriveOn(app, devices, family);
  await arrived.visitor.newFamily();
  await arrived.visitor.startVisit();
  await arrived.visitor.agree();
  await arrived.visitor.saved();
  return { ...arrived, note: noteOn(arrived.page) };
};

export const noteOn = (page: Page) => page.getByLabel("What goes well");
