import { expect, test } from "vitest";
import { familyDocument } from "#report/family/family-document";
import { createPdfMaker, type PdfWorker } from "#report/pdf/pdf-maker";
import { copyOf } from "../../support/made-up-copy";
import { inProcessPdfWorker } from "../../support/pdf-worker";
import { valueOf } from "../../support/value-of";

const document = valueOf(familyDocument(copyOf()));
const noProgress = (): void => undefined;

test("a document goes to the worker and comes back as a PDF, with progress on the way", async () => {
  const maker = createPdfMaker(inProcessPdfWorker);
  const shares: number[] = [];
  const { bytes, pages } = valueOf(
    await maker.make(document, { signal: new AbortController().signal, onProgress: (share) => shares.push(share) }),
  );
  expect(new TextDecoder().decode(bytes.subarray(0, 8))).toBe("%PDF-1.7");
  expect(pages).toBeGreaterThan(3);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test("stopping ends the worker and says so; the next document starts another", async () => {
  let started = 0;
  let ended = 0;
  const counted = (): PdfWorker => {
    const worker = inProcessPdfWorker();
    started += 1;
    return {
      ...worker,
      terminate: () => {
        ended += 1;
        worker.terminate();
      },
    };
  };
  const maker = createPdfMaker(counted);
  const stopper = new AbortController();
  const making = maker.make(document, { signal: stopper.signal, onProgress: noProgress });
  stopper.abort();
  expect(await making).toEqual({ ok: false, error: { type: "Stopped" } });
  expect(valueOf(await maker.findMissing(document))).toEqual([]);
  expect({ started, ended }).toEqual({ started: 2, ended: 1 });
});

test("asked to stop before it began, nothing is drawn", async () => {
  const maker = createPdfMaker(inProcessPdfWorker);
  const signal = AbortSignal.abort();
  expect(await maker.make(document, { signal, onProgress: noProgress })).toEqual({
    ok: false,
    error: { type: "Stopped" },
  });
});

test("a worker that breaks is an answer, not silence", async () => {
  let broken = (): void => undefined;
  const maker = createPdfMaker(() => ({
    postMessage: () => {
      broken();
    },
    terminate: () => undefined,
    addEventListener: (type, listener) => {
      if (type === "error")
        broken = () => {
          listener({});
        };
    },
  }));
  expect(await maker.findMissing(document)).toEqual({
    ok: false,
    error: { type: "DrawingFailed", name: "WorkerFailed" },
  });
});
