import type { DeriveSecret } from "./deriving";

/** Derives in a worker of its own, which ends with the work: nothing of a passphrase stays in its memory. */
export const createDeriveInWorker =
  (startWorker: () => Worker): DeriveSecret =>
  (typed, salt, cost) =>
    new Promise((resolve, reject) => {
      const worker = startWorker();
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        worker.terminate();
        if (data instanceof Uint8Array) resolve(new Uint8Array(data));
        else reject(new Error("the worker answered with something else"));
      });
      worker.addEventListener("error", () => {
        worker.terminate();
        reject(new Error("the worker failed"));
      });
      worker.postMessage({ typed, salt, cost });
    });
