/** What the page says of itself once the first screen is usable. */
export interface UsableReport {
  /** From the start of the navigation until the frame that shows the screen. */
  readonly atMs: number;
  readonly scripts: readonly { readonly path: string; readonly transferredBytes: number }[];
}

/**
 * Runs in a page before anything else, and says on the console when the first screen is usable: its heading stands,
 * and an action in it can be hit, not merely found.
 *
 * A frame in which this holds is followed by a message to itself, which the browser delivers after it has drawn.
 */
export const noteWhenUsable = (): void => {
  let asked = false;
  const observer = new MutationObserver(() => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (isUsable()) reportAfterFrame();
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });

  const isUsable = (): boolean => {
    const main = document.querySelector("main");
    // The waiting page has a heading too; it is a status, and offers nothing.
    if (main === null || main.querySelector("h1") === null || main.querySelector("[role=status] h1") !== null)
      return false;
    return [...main.querySelectorAll("a[href], button:not(:disabled)")].some((action) => {
      const box = action.getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return hit !== null && action.contains(hit);
    });
  };

  const reportAfterFrame = (): void => {
    observer.disconnect();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const scripts = performance
        .getEntriesByType("resource")
        .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
        .map(({ name, transferSize }) => ({ path: new URL(name).pathname, transferredBytes: transferSize }))
        .filter(({ path }) => path.endsWith(".js"));
      console.debug(`usable ${JSON.stringify({ atMs: performance.now(), scripts })}`);
    };
    port2.postMessage(null);
  };
};
