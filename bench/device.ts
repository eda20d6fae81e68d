import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { startApp, type RunningApp } from "../tests/support/app";
import { openDevice, type Device } from "../tests/support/browser";
import { type InPageScript, inPageScript } from "./build-pages";
import type { SeededDevice, SeedPlan } from "./in-page/seed-device";

/** The throttling of every figure marked "4×": about the speed of a cheap tablet. */
export const FOUR_TIMES_SLOWER = 4;

/** The same families in every figure; each has a profile of about 20 KB. */
const FAMILIES: SeedPlan = { families: 30, seed: 2026 };

/** A device with the app installed on it and families in it. */
export interface ReadyDevice extends SeededDevice {
  readonly app: RunningApp;
  readonly device: Device;
  readonly page: Page;
}

/** An app and a browser of their own, without anything of ours yet; both end with `use`, whatever happens in it. */
export const onEmptyDevice = async <T>(
  use: (empty: { readonly app: RunningApp; readonly device: Device; readonly page: Page }) => Promise<T>,
): Promise<T> => {
  const app = await startApp();
  try {
    // Whoever stands by to unlock and to leave a visit would ask the page again and again while it is measured.
    const device = await openDevice({}, { unlocks: false, leaves: false });
    try {
      return await use({ app, device, page: firstPage(device.context()) });
    } finally {
      await device.forget();
    }
  } finally {
    await app.stop();
  }
};

export const onReadyDevice = <T>(use: (ready: ReadyDevice) => Promise<T>): Promise<T> =>
  onEmptyDevice(async ({ app, device, page }) => {
    const seeded = await seed(page, app.origin);
    await page.goto(app.origin);
    // Installed: what is opened from here on comes from the device, as it does at a visit.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return use({ ...seeded, app, device, page });
  });

/** The empty page that a browser starts with. */
export const firstPage = (context: BrowserContext): Page => {
  const [page] = context.pages();
  if (page === undefined) throw new Error("the browser opened without a page");
  return page;
};

/** A channel to the page's own process; what it sends is no script of the page. */
export const channelTo = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

export const slowDown = async (channel: CDPSession, rate = FOUR_TIMES_SLOWER): Promise<void> => {
  await channel.send("Emulation.setCPUThrottlingRate", { rate });
};

declare const strandlineBench: { readonly seedDevice: (plan: SeedPlan) => Promise<SeededDevice> };

const seed = async (page: Page, origin: string): Promise<SeededDevice> => {
  await openWithScript(page, origin, "seed-device");
  return page.evaluate((plan) => strandlineBench.seedDevice(plan), FAMILIES);
};

/** Opens an empty page of the app's origin with one of our scripts in it, and without the app. */
export const openWithScript = async (page: Page, origin: string, script: InPageScript): Promise<void> => {
  // Any answer of the app's origin will do: no app runs here that would see half a family.
  await page.goto(`${origin}/healthz`);
  const channel = await channelTo(page);
  const { exceptionDetails } = await channel.send("Runtime.evaluate", {
    expression: await inPageScript(script),
    // As for any script of the page; else zod finds that it may make code, and later that it may not.
    allowUnsafeEvalBlockedByCSP: false,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
  await channel.detach();
};
