import { setTimeout } from "node:timers/promises";
import { channelTo, onReadyDevice, slowDown } from "./device";
import { notedDelays, startNotingDelays } from "./delays";
import type { Figure } from "./figure";
import { unlockWhereAsked } from "./unlock";
import { createWords } from "./words";

const KEY_PRESSES = 200;

/**
 * A note is typed on the page of one strand, at the pace of somebody who types fast (8 to 16 keys a second), into a
 * visit of about 20 KB that is saved all the while.
 */
export const keyPress: Figure = {
  name: "key-press",
  what: "key press to paint while writing a note, autosave on, 4×",
  target: { atMost: 40, unit: "ms" },
  measure: () =>
    onReadyDevice(async ({ app, page, profileId, draftBytes }) => {
      await page.goto(`${app.origin}/profiles/${profileId}/strands/communication`);
      const channel = await channelTo(page);
      await unlockWhereAsked(page, channel);
      await page.locator("main textarea").first().click({ timeout: 45_000 });
      await slowDown(channel);
      const words = createWords(3);
      await startNotingDelays(page, "keydown");
      for (const key of words.note(KEY_PRESSES)) {
        await page.keyboard.press(key);
        await setTimeout(60 + words.chance() * 60);
      }
      const measured = await notedDelays(page, KEY_PRESSES);
      await page.locator("[data-save-state=saved]").waitFor();
      return { ...measured, details: { ...measured.details, draftBytes } };
    }),
};
