declare global {
  /** How long each event took until it was on the screen; only on a page that is being measured. */
  var inputDelays: { drawnMs: number[]; presentedMs: Record<string, number> };
}

/**
 * Runs in a page and notes, for every event of one kind, how long it took until its result was drawn.
 *
 * An event carries the moment at which the browser was told of it, so waiting in the queue counts. The next animation
 * frame callback runs just before the frame that shows the result is laid out and painted; a message posted from there
 * is delivered just after it. Beside it stands what the browser itself says (Event Timing: until the frame was
 * presented), which it rounds to 8 ms and gives only from 16 ms on.
 */
export const noteDelays = (eventType: string): void => {
  globalThis.inputDelays = { drawnMs: [], presentedMs: {} };
  addEventListener(
    eventType,
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          inputDelays.drawnMs.push(performance.now() - timeStamp);
        };
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === eventType) inputDelays.presentedMs[entry.startTime] = entry.duration;
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
};
