/** How the app is opened here, and by whose rules this browser keeps what sites store. */
export interface InstalledHere {
  readonly isInstalled: boolean;
  readonly browser: "apple" | "chromium" | "firefox" | "other";
}

/** As much of the browser as tells. */
export interface BrowserSays {
  readonly userAgent: string;
  readonly vendor: string;
  /** Only on Apple's tablets and phones; `true` when opened from the Home Screen. */
  readonly standalone?: boolean;
  readonly isDisplayedAlone: boolean;
}

/**
 * Tells an installed app from a page in a browser, and one family of browsers from another.
 *
 * Missing  a browser that cannot be told is `other`, and nothing is promised of it. On Apple's tablets and phones every
 *          browser keeps Apple's rules, whatever it is called.
 */
export const installedHere = ({ userAgent, vendor, standalone, isDisplayedAlone }: BrowserSays): InstalledHere => ({
  isInstalled: standalone === true || isDisplayedAlone,
  browser: browserOf(userAgent, vendor, standalone !== undefined),
});

const browserOf = (userAgent: string, vendor: string, isAppleTouch: boolean): InstalledHere["browser"] => {
  if (isAppleTouch || vendor.startsWith("Apple")) return "apple";
  if (/\bFirefox\//.test(userAgent)) return "firefox";
  return /\bChrom(?:e|ium)\//.test(userAgent) ? "chromium" : "other";
};

/** What this browser says of itself. */
export const browserSays = (window: Window): BrowserSays => {
  const { userAgent, vendor } = window.navigator;
  const { standalone } = window.navigator as { readonly standalone?: boolean };
  return {
    userAgent,
    vendor,
    ...(standalone === undefined ? {} : { standalone }),
    isDisplayedAlone: window.matchMedia("(display-mode: standalone)").matches,
  };
};
