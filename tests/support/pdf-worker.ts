import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answerRequest } from "#report/pdf/answer-request";
import { createFontShelf } from "#report/pdf/font-shelf";
import type { PdfWorker } from "#report/pdf/pdf-maker";

/** The drawing worker's own code, run in this process with the fonts from disk; what goes in and out is copied. */
export const inProcessPdfWorker = (): PdfWorker => {
  const shelf = createFontShelf(
    async (name) =>
      new Uint8Array(await readFile(join(import.meta.dirname, `../../public/fonts/document/${name}.ttf`))),
  );
  const listeners: ((event: { readonly data?: unknown }) => void)[] = [];
  let ended = false;
  return {
    postMessage: (request) => {
      void answerRequest(structuredClone(request), shelf, (answer) => {
        if (!ended) for (const listener of listeners) listener({ data: answer });
      });
    },
    terminate: () => {
      ended = true;
    },
    addEventListener: (type, listener) => {
      if (type === "message") listeners.push(listener);
    },
  };
};
