import type { BrowserContext } from "playwright-core";

/** What stood on the screen at one moment, read when nothing was half done. */
export interface Look {
  readonly atMs: number;
  /** The page inside the visit, as `strands/energy` or `plan`. */
  readonly place: string;
  /** Which of the nine, where this person's own line and words stand on the screen. */
  readonly strandId: string | null;
  readonly note: string;
  readonly mark: number | null;
  /** The screen says that all of this is saved. */
  readonly saved: boolean;
  /** The screen shows the profile that the visit became. */
  readonly finished: boolean;
}

declare global {
  var strandlineSeen: (look: Look) => void;
}

/**
 * Follows every page of a browser and keeps what stood on its screen. Each look leaves the page at once, so that it is
 * known here even if the browser is killed right after; one that is lost on the way only makes the test ask for less.
 */
export const watchScreens = async (context: BrowserContext, person: string): Promise<readonly Look[]> => {
  const looks: Look[] = [];
  await context.exposeBinding("strandlineSeen", (_source, look: Look) => {
    looks.push(look);
  });
  await context.addInitScript(followScreen, `${person}'s mark`);
  return looks;
};

/** Runs in the page, before anything of the app. */
const followScreen = (lineLabel: string): void => {
  let last = "";
  let isDue = false;
  const look = (): void => {
    isDue = false;
    const { pathname } = location;
    const place = pathname.split("/").slice(3).join("/");
    const line = document.querySelector(`[role=slider][aria-label="${lineLabel}"]`);
    const words = document.querySelector<HTMLTextAreaElement>("main textarea");
    const seen = {
      place,
      strandId: line === null || words === null ? null : place.replace("strands/", ""),
      note: words?.value ?? "",
      mark: numberOf(line?.getAttribute("aria-valuenow")),
      saved: document.querySelector('[data-save-state="saved"]') !== null,
      finished: pathname.endsWith("/picture") && document.body.textContent.includes("Right for today."),
    };
    const text = JSON.stringify(seen);
    if (text === last) return;
    last = text;
    strandlineSeen({ atMs: Date.now(), ...seen });
  };
  const numberOf = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text));
  // After the task that changed something, so that no look falls between a key and what the app makes of it.
  const lookSoon = (): void => {
    if (isDue) return;
    isDue = true;
    setTimeout(look);
  };
  const how = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(lookSoon).observe(document, how);
  addEventListener("input", lookSoon, { capture: true });
};
