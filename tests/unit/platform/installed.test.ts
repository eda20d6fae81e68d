import { expect, test } from "vitest";
import { installedHere } from "#platform/installed";

const page = { userAgent: "", vendor: "", isDisplayedAlone: false };
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";
const CHROME_ON_IPAD =
  "Mozilla/5.0 (iPad; CPU OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Safari/604.1";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";

test.each([
  ["Chrome", { userAgent: CHROME, vendor: "Google Inc." }, "chromium"],
  ["Safari", { userAgent: SAFARI, vendor: "Apple Computer, Inc." }, "apple"],
  ["Chrome on an iPad", { userAgent: CHROME_ON_IPAD, vendor: "Google Inc.", standalone: false }, "apple"],
  ["Firefox", { userAgent: FIREFOX }, "firefox"],
  ["a browser that nobody knows", {}, "other"],
] as const)("%s is told by what it says of itself", (_name, says, browser) => {
  expect(installedHere({ ...page, ...says })).toEqual({ isInstalled: false, browser });
});

test("an app that stands alone, or was opened from the Home Screen, is installed", () => {
  expect(installedHere({ ...page, isDisplayedAlone: true }).isInstalled).toBe(true);
  expect(installedHere({ ...page, standalone: true }).isInstalled).toBe(true);
});
