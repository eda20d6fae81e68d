import { err, ok, type Result } from "#core/result";
import type { Document } from "../document";
import type { MadePdf } from "./make-pdf";
import { PdfAnswer, type PdfRequest } from "./pdf-messages";

/** What a screen asks for a document: what cannot be printed, and the PDF, which may be stopped. */
export interface PdfMaker {
  readonly findMissing: (document: Document) => Promise<Result<readonly string[], PdfNotMade>>;
  readonly make: (document: Document, making: Making) => Promise<Result<MadePdf, PdfNotMade>>;
  /** Lets go of the worker and of everything it remembers; it starts again when it is needed. */
  readonly close: () => void;
}

export interface Making {
  readonly signal: AbortSignalLike;
  /** A share from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

export type PdfNotMade = { readonly type: "Stopped" } | { readonly type: "DrawingFailed"; readonly name: string };

/** A worker, as much of it as is used. */
export interface PdfWorker {
  readonly postMessage: (request: PdfRequest) => void;
  readonly terminate: () => void;
  readonly addEventListener: (
    type: "message" | "error",
    listener: (event: { readonly data?: unknown }) => void,
  ) => void;
}

/** The part of an AbortSignal that is used; the layer has no browser types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly addEventListener: (type: "abort", listener: () => void) => void;
}

/** Talks to one worker at a time. Stopping ends the worker itself: nothing goes on drawing for nobody. */
export const createPdfMaker = (startWorker: () => PdfWorker): PdfMaker => {
  let worker: PdfWorker | undefined;
  let lastId = 0;
  const waiting = new Map<number, (answer: PdfAnswer) => void>();

  const close = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const [id, tell] of waiting) tell({ id, kind: "failed", name: STOPPED });
    waiting.clear();
  };
  const start = (): PdfWorker => {
    const started = startWorker();
    started.addEventListener("message", ({ data }) => {
      const answer = PdfAnswer.parse(data);
      waiting.get(answer.id)?.(answer);
    });
    started.addEventListener("error", () => {
      for (const [id, tell] of waiting) tell({ id, kind: "failed", name: "WorkerFailed" });
    });
    return started;
  };

  const ask = (
    asked: PdfRequest["ask"],
    document: Document,
    { signal, onProgress }: Partial<Making>,
  ): Promise<Exclude<PdfAnswer, { kind: "progress" }>> => {
    lastId += 1;
    const id = lastId;
    worker ??= start();
    const asking = worker;
    return new Promise((resolve) => {
      waiting.set(id, (answer) => {
        if (answer.kind === "progress") {
          onProgress?.(answer.share);
          return;
        }
        waiting.delete(id);
        resolve(answer);
      });
      signal?.addEventListener("abort", () => {
        if (waiting.has(id)) close();
      });
      if (signal?.aborted === true) close();
      else asking.postMessage({ id, ask: asked, document });
    });
  };

  return {
    findMissing: async (document) => {
      const answer = await ask("missing", document, {});
      return answer.kind === "missing" ? ok(answer.missing) : err(notMade(answer));
    },
    make: async (document, making) => {
      const answer = await ask("pdf", document, making);
      return answer.kind === "pdf" ? ok(answer) : err(notMade(answer));
    },
    close,
  };
};

const STOPPED = "stopped";

const notMade = (answer: Exclude<PdfAnswer, { kind: "progress" }>): PdfNotMade => {
  if (answer.kind !== "failed") return { type: "DrawingFailed", name: "UnexpectedAnswer" };
  return answer.name === STOPPED ? { type: "Stopped" } : { type: "DrawingFailed", name: answer.name };
};
