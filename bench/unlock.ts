import type { CDPSession, Page } from "playwright-core";
import { DEVICE_PASSPHRASE } from "../tests/support/device-passphrase";

/**
 * Unlocks the app where a page that was loaded asks for it; a page that has strands already does not ask. It works as
 * the developer tools and a keyboard do: a test tool's own script would stay in the page and count as its memory.
 */
export const unlockWhereAsked = async (page: Page, channel: CDPSession): Promise<void> => {
  const { result } = await channel.send("Runtime.evaluate", {
    expression: `(${focusPassphrase.toString()})()`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (result.value === "nothing") throw new Error("neither the unlock screen nor a strand was shown");
  if (result.value === "open") return;
  await page.keyboard.insertText(DEVICE_PASSPHRASE);
  await page.keyboard.press("Enter");
};

/** Runs in the page. */
const focusPassphrase = async (): Promise<"asks" | "open" | "nothing"> => {
  for (let frame = 0; frame < 1_800; frame += 1) {
    if (document.querySelector("[data-strand]") !== null) return "open";
    const field = document.querySelector<HTMLElement>(
      'form:has(input[name="username"]) input[name="passphrase"][autocomplete="current-password"]',
    );
    if (field !== null) {
      field.focus();
      return "asks";
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return "nothing";
};
