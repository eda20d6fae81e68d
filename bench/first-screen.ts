import type { Page, Response } from "playwright-core";
import { noteWhenUsable, type UsableReport } from "./in-page/note-when-usable";

const LONGEST_MS = 30_000;

/** Opens an address in a fresh page and tells when its first screen was usable, by the page's own clock. */
export const openUntilUsable = async (
  page: Page,
  url: string,
): Promise<{ readonly report: UsableReport; readonly answer: Response | null }> => {
  await page.addInitScript(noteWhenUsable);
  // The page calls us: asking it again and again would slow down what is measured.
  const said = page.waitForEvent("console", {
    predicate: (message) => message.text().startsWith("usable "),
    timeout: LONGEST_MS,
  });
  const [answer, message] = await Promise.all([page.goto(url, { waitUntil: "commit" }), said]);
  const report = JSON.parse(message.text().slice("usable ".length)) as UsableReport;
  return { report, answer };
};
