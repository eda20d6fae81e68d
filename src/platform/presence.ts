/** What a page can tell of whoever is in front of it. */
export type Sign =
  "active" | "hidden" | "shown" | "turned-away" | "turned-back" | "dialog-opened" | "dialog-closed" | "time-passed";

export interface PresenceDeps {
  readonly window: Pick<Window, "addEventListener" | "matchMedia">;
  readonly page: Pick<Document, "visibilityState" | "addEventListener">;
  readonly steadyMs: () => number;
}

/** Whoever moves a pencil is heard of once in this time: that is often enough. */
const HEARD_EVERY_MS = 1_000;
/** So soon after Tab it is Tab that has turned the keys away. */
const TAB_LEAVES_MS = 500;
/** A timer of a page that sleeps comes late, and nothing depends on it being in time. */
const TIME_PASSES_EVERY_MS = 5_000;

/**
 * Tells who is there: touched, hidden, shown again; a print or a file dialog opened and closed. Each is told while the
 * browser waits for it, so that what must go from the screen is gone before the system takes its picture of the app.
 *
 * Shape  the answer stops it. Turning to another program is told on touch screens only:
 *        [Note: A window in sight is not hidden].
 *
 * [Note: A window in sight is not hidden] On a touch screen another program in front is how an app is put away. On a
 * laptop it is a letter that is read beside the visit, a call, or the browser's own address bar: a page that went blank
 * then would be uncovered so often that people chose to have no cover at all. What nobody sees is hidden there too:
 * another tab, a window that is minimised or lies wholly under another, a screen that the system has locked. What is in
 * sight and left alone is covered after the area's minutes. A tablet with its keyboard put on counts as a laptop from
 * then on, and as a tablet once it is taken off.
 */
export const watchPresence = ({ window, page, steadyMs }: PresenceDeps, heard: (sign: Sign) => void): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  const tell = (sign: Sign) => () => {
    heard(sign);
  };

  let lastActiveMs = -HEARD_EVERY_MS;
  const active = (): void => {
    const nowMs = steadyMs();
    if (nowMs - lastActiveMs < HEARD_EVERY_MS) return;
    lastActiveMs = nowMs;
    heard("active");
  };
  for (const touch of ["pointerdown", "pointermove", "keydown", "wheel", "input"])
    window.addEventListener(touch, active, { signal, capture: true, passive: true });

  // First of all that listen, so that nothing is drawn in between.
  const seen = (): void => {
    heard(page.visibilityState === "hidden" ? "hidden" : "shown");
  };
  page.addEventListener("visibilitychange", seen, { signal, capture: true });
  window.addEventListener("pagehide", tell("hidden"), { signal, capture: true });

  // Tab past the end of the page goes to the browser around it: whoever pressed it is still here.
  let tabbedMs = -TAB_LEAVES_MS;
  const key = (event: KeyboardEvent): void => {
    // With another key held it is the system's, and chooses another program.
    const isPlain = !event.altKey && !event.metaKey && !event.ctrlKey;
    if (event.key === "Tab") tabbedMs = isPlain ? steadyMs() : -TAB_LEAVES_MS;
  };
  const away = (): void => {
    const isTouch = window.matchMedia("(hover: none) and (pointer: coarse)").matches;
    if (isTouch && steadyMs() - tabbedMs >= TAB_LEAVES_MS) heard("turned-away");
  };
  window.addEventListener("keydown", key, { signal, capture: true });
  window.addEventListener("blur", onWindow(away), { signal });
  window.addEventListener("focus", onWindow(tell("turned-back")), { signal });

  window.addEventListener("beforeprint", tell("dialog-opened"), { signal });
  window.addEventListener("afterprint", tell("dialog-closed"), { signal });
  page.addEventListener(
    "click",
    ({ target }) => {
      if (!isFileField(target)) return;
      heard("dialog-opened");
      for (const end of ["change", "cancel"])
        target.addEventListener(end, tell("dialog-closed"), { signal, once: true });
    },
    { signal, capture: true },
  );

  const timer = setInterval(tell("time-passed"), TIME_PASSES_EVERY_MS);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
  });
  return () => {
    ending.abort();
  };
};

/** Fields lose and take the focus too; only the window's own is meant. */
const onWindow = (tell: () => void) => (event: Event) => {
  if (event.target === event.currentTarget) tell();
};

const isFileField = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === "file";
