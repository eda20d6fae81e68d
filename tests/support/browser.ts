import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { chromiumFlags, ensureChromium } from "../../scripts/find-chromium.mjs";
import { DEVICE_PASSPHRASE } from "./device-passphrase";

/** One person's browser on one device: what it keeps on disk outlives `reopen`, until `forget`. */
export interface Device {
  /** Where the browser keeps everything, for a test that reads it as a thief would. */
  readonly folder: string;
  readonly context: () => BrowserContext;
  /** Closes the browser, as a person would, and opens it again on the same data. */
  readonly reopen: () => Promise<BrowserContext>;
  /** Ends the browser and all its tabs at once, as when a battery dies. `reopen` brings it back on the same data. */
  readonly kill: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

const LONGEST_WAIT_MS = 15_000;
/** The first load of all brings the whole app along, on a machine that may be busy. */
const LONGEST_LOAD_MS = 45_000;

/** Whoever holds the device unlocks it whenever it asks, as after each loading of the page. */
const unlockWhenAsked = (page: Page): void => {
  // In whatever language the screen is; signing in has a list of people in place of the name for password managers.
  const passphrase = page.locator(
    'form:has(input[name="username"]) input[name="passphrase"][autocomplete="current-password"]',
  );
  let loads = 0;
  const typeIt = async (): Promise<void> => {
    const load = (loads += 1);
    await passphrase.waitFor({ timeout: LONGEST_LOAD_MS });
    if (load !== loads || new URL(page.url()).pathname !== "/unlock") return;
    await passphrase.fill(DEVICE_PASSPHRASE);
    await passphrase.press("Enter");
  };
  page.on("domcontentloaded", () => {
    // A page that does not ask, or is closed or left meanwhile, needs no unlocking.
    typeIt().catch(() => undefined);
  });
};

/** The practitioner shows that it is them, in the dialog that asks, and goes on by the button of this name. */
export const showPractitioner = async (page: Page, goOn: string, typed = DEVICE_PASSPHRASE): Promise<void> => {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Passphrase for this device").fill(typed);
  await dialog.getByRole("button", { name: goOn, exact: true }).click();
};

/** Whoever works here leaves the visit that is open, wherever an address lies outside it. */
const leaveWhenAsked = async (page: Page): Promise<void> => {
  const closed = page.locator('[data-family-view="closed"]');
  while (!page.isClosed()) {
    try {
      await closed.waitFor({ timeout: 0 });
      await closed.getByRole("button", { name: "Leave the visit" }).click();
      await showPractitioner(page, "Leave the visit");
      await closed.waitFor({ state: "detached" });
    } catch {
      // The page was loaded anew or closed meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** Every process that was started with this profile folder: the browser itself, and what it started. */
const processesOn = (folder: string): readonly number[] =>
  readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
      } catch {
        return false; // it ended while we looked
      }
    })
    .map(Number);

const tablet: BrowserContextOptions = {
  viewport: { width: 1180, height: 820 },
  locale: "en-GB",
  timezoneId: "Europe/London",
};

/** Opens a Chromium with a profile folder of its own. Without `unlocks`, a test unlocks the app itself; without `leaves`, it leaves visits itself. */
export const openDevice = async (
  options: BrowserContextOptions = {},
  { unlocks = true, leaves = true }: { readonly unlocks?: boolean; readonly leaves?: boolean } = {},
): Promise<Device> => {
  const folder = await mkdtemp(join(tmpdir(), "strandline-device-"));
  const open = async () => {
    const opened = await chromium.launchPersistentContext(folder, {
      ...tablet,
      ...options,
      executablePath: ensureChromium(),
      args: chromiumFlags,
    });
    opened.setDefaultTimeout(LONGEST_WAIT_MS);
    opened.setDefaultNavigationTimeout(LONGEST_LOAD_MS);
    if (leaves) {
      opened.pages().forEach((page) => void leaveWhenAsked(page));
      opened.on("page", (page) => void leaveWhenAsked(page));
    }
    if (unlocks) {
      opened.pages().forEach(unlockWhenAsked);
      opened.on("page", unlockWhenAsked);
    }
    return opened;
  };

  let context = await open();
  return {
    folder,
    context: () => context,
    reopen: async () => {
      await context.close();
      context = await open();
      return context;
    },
    kill: async () => {
      const closed = new Promise((resolve) => context.once("close", resolve));
      for (const pid of processesOn(folder)) process.kill(pid, "SIGKILL");
      await closed;
      // A browser that was killed leaves its lock behind, as a link to a process that is gone.
      await rm(join(folder, "SingletonLock"), { force: true });
    },
    forget: async () => {
      await context.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
