import type { Page } from "playwright-core";
import { onEmptyDevice, openWithScript } from "./device";
import type { Figure } from "./figure";
import { mb, median, percentile, rangeWords } from "./spread";

const SAVES = 300;
const UNLOCKS = 9;
const DERIVATIONS = 5;

declare const strandlineSealed: typeof import("./in-page/sealed-device");

/** A page of the app's origin with our storage and sealing in it, and without the app. */
const onSealedPage = <T>(use: (page: Page, again: () => Promise<void>) => Promise<T>): Promise<T> =>
  onEmptyDevice(async ({ app, page }) => {
    const again = () => openWithScript(page, app.origin, "sealed-device");
    await again();
    return use(page, again);
  });

/** The store's own save, sealed, and one write by Dexie, in turns in one page, so that both meet the same disk. */
export const sealedAutosave: Figure = {
  name: "sealed-autosave",
  what: "sealed autosave of 20 KB, against plain Dexie with strict durability, p95",
  target: { atMost: 1.15, unit: "×" },
  measure: () =>
    onSealedPage(async (page) => {
      const saved = await page.evaluate((saves) => strandlineSealed.saveInTurns(saves), SAVES);
      const p95 = (of: "sealedMs" | "unsealedMs" | "plainMs") => percentile(saved[of], 0.95);
      const words = (of: "sealedMs" | "unsealedMs" | "plainMs") =>
        `${p95(of).toFixed(1)} (p50 ${median(saved[of]).toFixed(1)}) ms`;
      return {
        value: p95("sealedMs") / p95("plainMs"),
        note: `${SAVES} in turns, ${(saved.draftBytes / 1000).toFixed(1)} KB; sealed ${words("sealedMs")}, the same store unsealed ${words("unsealedMs")}, Dexie alone ${words("plainMs")}`,
        details: { ...saved },
      };
    }),
};

/** Each time in a page that was loaded anew, so that nothing is in memory and no script has run before. */
export const sealedUnlock: Figure = {
  name: "sealed-unlock",
  what: "unlock to 500 records of 20 KB, without the key derivation",
  target: { atMost: 400, unit: "ms" },
  measure: () =>
    onSealedPage(async (page, again) => {
      const bytes = await page.evaluate(() => strandlineSealed.fill());
      const timesMs: number[] = [];
      for (let round = 0; round < UNLOCKS; round += 1) {
        await again();
        const { ms, families, held } = await page.evaluate(() => strandlineSealed.unlock());
        if (families !== 20 || held !== 500) throw new Error(`${families} families and ${held} records were opened`);
        timesMs.push(ms);
      }
      return {
        value: median(timesMs),
        note: `${rangeWords(timesMs)}; bodies of ${mb(bytes)}, all opened, the families listed`,
        details: { timesMs, bytes },
      };
    }),
};

/** What whoever unlocks waits for besides, and whoever guesses pays for each try. */
export const sealedDerivation: Figure = {
  name: "sealed-derivation",
  what: "the key derivation by itself: Argon2id, 64 MiB, 3 passes",
  target: { unit: "ms", forInformation: true },
  measure: () =>
    onSealedPage(async (page) => {
      const timesMs: number[] = [];
      for (let round = 0; round < DERIVATIONS; round += 1)
        timesMs.push(await page.evaluate(() => strandlineSealed.derive()));
      return { value: median(timesMs), note: rangeWords(timesMs), details: { timesMs } };
    }),
};
