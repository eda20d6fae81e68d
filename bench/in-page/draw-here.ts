/** How long a document took in this page, and how many bytes came out. */
export interface Drawn {
  readonly coldMs: number;
  readonly warmMs: readonly number[];
  readonly bytes: number;
}

/**
 * Runs in a page: loads the built worker's own script there and lets it draw. The throttling of a page does not reach
 * its workers, so what a worker does is measured where the throttling is.
 *
 * Units  cold begins before the script is fetched from the device and ends with the last byte of the PDF; warm is a
 *        later document of the same worker.
 */
export const drawHere = async (
  loadWorker: () => Promise<unknown>,
  document: unknown,
  warmRuns: number,
): Promise<Drawn> => {
  let heard = (_answer: { readonly kind: string; readonly bytes?: Uint8Array }): void => undefined;
  const draw = async (id: number): Promise<{ readonly ms: number; readonly bytes: number }> => {
    const startedMs = performance.now();
    const answered = new Promise<Uint8Array>((resolve, reject) => {
      heard = ({ kind, bytes }) => {
        if (bytes !== undefined) resolve(bytes);
        else if (kind === "failed") reject(new Error("the document was not drawn"));
      };
    });
    if (id === 1) {
      // What a worker posts to its page, this page hears itself.
      Object.assign(globalThis, {
        postMessage: (answer: { readonly kind: string }) => {
          heard(answer);
        },
      });
      await loadWorker();
    }
    dispatchEvent(new MessageEvent("message", { data: { id, ask: "pdf", document } }));
    const bytes = await answered;
    return { ms: performance.now() - startedMs, bytes: bytes.length };
  };

  const cold = await draw(1);
  const warmMs: number[] = [];
  for (let run = 0; run < warmRuns; run += 1) warmMs.push((await draw(run + 2)).ms);
  return { coldMs: cold.ms, warmMs, bytes: cold.bytes };
};
