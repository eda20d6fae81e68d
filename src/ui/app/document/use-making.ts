import { useCallback, useEffect, useRef, useState } from "react";
import type { Id } from "#core/schema/ids";
import type { Document } from "#report/document";
import { createPdfMaker, type PdfMaker } from "#report/pdf/pdf-maker";
import { useServices } from "../services";

/** Where a copy goes. */
export type Way = "save" | "print" | "share";

/** How far a copy is; `done` says in one word what became of it. */
export type MakingState =
  | { readonly kind: "idle" }
  | { readonly kind: "making"; readonly share: number }
  | { readonly kind: "done"; readonly said: "saved" | "opened" | "notOpened" | "shared" | "notShared" }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed" };

const IDLE: MakingState = { kind: "idle" };

/**
 * Makes copies while the screen is shown; leaving it ends the worker, and with it all that it remembers. What a copy is
 * of is kept for the audit before it leaves.
 */
export const useMaking = (document: Document | null, recordId?: Id) => {
  const { startPdfWorker, handOver, store } = useServices();
  const { events } = store;
  const maker = useRef<PdfMaker | null>(null);
  const stopping = useRef<AbortController | null>(null);
  // Both belong to one document: what was said of another is not said of this one.
  const [told, setTold] = useState<Of<MakingState> | null>(null);
  const [found, setFound] = useState<Of<readonly string[]> | null>(null);

  useEffect(() => {
    const made = createPdfMaker(startPdfWorker);
    maker.current = made;
    return () => {
      made.close();
      maker.current = null;
    };
  }, [startPdfWorker]);

  // Before anything is made: which signs cannot be printed. It also wakes the worker, so that saving is quick.
  useEffect(() => {
    if (document === null) return;
    void maker.current?.findMissing(document).then((missing) => {
      if (missing.ok) setFound({ document, value: missing.value });
    });
    // A copy under way for somebody else must not arrive after another person was chosen.
    return () => {
      stopping.current?.abort();
    };
  }, [document]);

  const make = useCallback(
    async (way: Way) => {
      if (document === null || maker.current === null) return;
      const tell = (value: MakingState): void => {
        setTold({ document, value });
      };
      const stopper = new AbortController();
      stopping.current = stopper;
      tell({ kind: "making", share: 0 });
      const made = await maker.current.make(document, {
        signal: stopper.signal,
        onProgress: (share) => {
          tell({ kind: "making", share });
        },
      });
      if (!made.ok) {
        tell({ kind: made.error.type === "Stopped" ? "stopped" : "failed" });
        return;
      }
      const kept = recordId === undefined || (await events.keep(way === "print" ? "printed" : "exported", recordId)).ok;
      if (!kept || stopper.signal.aborted) {
        tell({ kind: kept ? "stopped" : "failed" });
        return;
      }
      const file = { name: document.fileName, type: "application/pdf", content: made.value.bytes };
      tell({ kind: "done", said: await handOverBy(way, file, handOver) });
    },
    [document, recordId, events, handOver],
  );

  const stop = useCallback(() => {
    stopping.current?.abort();
  }, []);

  return {
    state: told !== null && told.document === document ? told.value : IDLE,
    missing: found !== null && found.document === document ? found.value : NONE,
    make,
    stop,
    canShare: handOver.share !== undefined,
  };
};

interface Of<T> {
  readonly document: Document;
  readonly value: T;
}

const NONE: readonly string[] = [];

type HandOver = ReturnType<typeof useServices>["handOver"];

const handOverBy = async (way: Way, file: Parameters<HandOver["save"]>[0], handOver: HandOver) => {
  if (way === "share" && handOver.share !== undefined)
    return (await handOver.share(file)) === "shared" ? "shared" : "notShared";
  if (way === "print" && handOver.open(file)) return "opened";
  handOver.save(file);
  return way === "print" ? "notOpened" : "saved";
};
