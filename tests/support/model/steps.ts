import fc from "fast-check";

/**
 * What becomes of one message: it arrives, or not, or its answer does not, or it arrives twice, or after the next one; or
 * the server dies over it.
 */
export type ModelWay = "good" | "request-lost" | "answer-lost" | "twice" | "late" | "server-dies";

/** One thing that happens on an afternoon. Numbers are taken modulo what there is. */
export type ModelStep =
  | { readonly kind: "begin"; readonly device: number }
  | { readonly kind: "write"; readonly device: number; readonly record: number; readonly isHidden: boolean }
  | { readonly kind: "withdraw"; readonly device: number; readonly record: number; readonly section: number }
  | { readonly kind: "merge"; readonly device: number; readonly record: number }
  | { readonly kind: "sync"; readonly device: number; readonly ways: readonly ModelWay[]; readonly diesAfter?: number }
  | { readonly kind: "give"; readonly person: number; readonly record: number }
  | { readonly kind: "end"; readonly person: number; readonly record: number }
  | { readonly kind: "clock"; readonly device: number; readonly skewMs: number }
  | { readonly kind: "backup" }
  | { readonly kind: "restore" };

const device = fc.nat(7);
const record = fc.nat(7);
const way = fc.constantFrom<ModelWay>(
  "good",
  "good",
  "good",
  "request-lost",
  "answer-lost",
  "twice",
  "late",
  "server-dies",
);
const ways = fc.array(way, { maxLength: 6 });

/** What may happen; a backup is put back only where `restores`. */
export const aStep = (restores: boolean): readonly fc.Arbitrary<ModelStep>[] => {
  const sync = fc.record({ kind: fc.constant("sync" as const), device, ways });
  const write = fc.record({ kind: fc.constant("write" as const), device, record, isHidden: fc.boolean() });
  return [
    fc.record({ kind: fc.constant("begin" as const), device }),
    write,
    write,
    fc.record({ kind: fc.constant("withdraw" as const), device, record, section: fc.nat(7) }),
    fc.record({ kind: fc.constant("merge" as const), device, record }),
    sync,
    sync,
    fc.record({ kind: fc.constant("sync" as const), device, ways, diesAfter: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant("give" as const), person: fc.nat(7), record }),
    fc.record({ kind: fc.constant("end" as const), person: fc.nat(7), record }),
    fc.record({ kind: fc.constant("clock" as const), device, skewMs: fc.integer() }),
    ...(restores ? [fc.constant({ kind: "backup" as const }), fc.constant({ kind: "restore" as const })] : []),
  ];
};
