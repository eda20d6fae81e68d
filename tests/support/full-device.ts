import type { CDPSession, Locator, Page } from "playwright-core";

/** A device whose room for this site was taken away, and is given back. */
export interface FullDevice {
  /** Writes other words into the field, and others again, until the page says that they cannot be saved; says which were the last. */
  readonly typeUntilFull: (field: Locator, words: string) => Promise<string>;
  readonly makeRoom: () => Promise<void>;
}

const LONGEST_MS = 90_000;

/**
 * Takes away the room that a site has, as a device that is full does.
 *
 * Chromium asks how much room there is, and then lets a database write for up to half a minute before it asks again
 * (its "bucket space" allotment): a write right after the room was taken away still succeeds. So one goes on writing.
 */
export const fillDevice = async (page: Page, origin: string): Promise<FullDevice> => {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  const settled = page.locator('[data-save-state="saved"], [data-save-state="failed"]');
  return {
    typeUntilFull: async (field, words) => {
      const until = performance.now() + LONGEST_MS;
      for (let count = 1; performance.now() < until; count += 1) {
        const written = `${words} ${count}`;
        await field.fill(written);
        await settled.waitFor();
        if ((await settled.getAttribute("data-save-state")) === "failed") return written;
      }
      throw new Error("the device was never full");
    },
    makeRoom: async () => {
      await cdp.send("Storage.overrideQuotaForOrigin", { origin });
    },
  };
};
