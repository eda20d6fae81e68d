/** The worker that draws pages, apart from the page that people touch. Its fonts are precached with the app. */
import { z } from "zod";
import { answerRequest } from "./answer-request";
import { createFontShelf } from "./font-shelf";

// As in main.tsx: the content security policy forbids code made at run time.
z.config({ jitless: true });

/** The part of a worker's world that is used here; the layer has no browser types. */
declare const self: {
  readonly fetch: (url: string) => Promise<{ readonly ok: boolean; readonly arrayBuffer: () => Promise<ArrayBuffer> }>;
  readonly postMessage: (message: unknown, transfer: readonly ArrayBufferLike[]) => void;
  readonly addEventListener: (type: "message", listener: (event: { readonly data: unknown }) => void) => void;
};

const shelf = createFontShelf(async (name) => {
  const answer = await self.fetch(`/fonts/document/${name}.ttf`);
  if (!answer.ok) throw new Error(`no font ${name}`);
  return new Uint8Array(await answer.arrayBuffer());
});

self.addEventListener("message", ({ data }) => {
  void answerRequest(data, shelf, (answer) => {
    self.postMessage(answer, answer.kind === "pdf" ? [answer.bytes.buffer] : []);
  });
});
