import fc from "fast-check";

/** What becomes of one request on its way: it arrives, or not, or its answer does not, or it arrives twice. */
export type Way = "good" | "request-lost" | "answer-lost" | "twice";

/** One thing that somebody does on an afternoon. Numbers are taken modulo what there is. */
export type Step =
  | { readonly kind: "begin"; readonly device: number }
  | { readonly kind: "write"; readonly device: number; readonly record: number; readonly isHidden: boolean }
  | { readonly kind: "merge"; readonly device: number; readonly record: number }
  | { readonly kind: "sync"; readonly device: number; readonly ways: readonly Way[] }
  | { readonly kind: "give"; readonly person: number; readonly record: number }
  | { readonly kind: "end"; readonly person: number; readonly record: number };

const device = fc.nat(7);
const record = fc.nat(7);
const ways = fc.array(fc.constantFrom<Way>("good", "good", "request-lost", "answer-lost", "twice"), { maxLength: 6 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("begin" as const), device }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("write" as const), device, record, isHidden: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("merge" as const), device, record }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("sync" as const), device, ways }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("give" as const), person: fc.nat(7), record }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("end" as const), person: fc.nat(7), record }) },
);

/** An afternoon of several people: what they do, and what becomes of it on the way. */
export const anAfternoon: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 20, maxLength: 60, size: "max" });

const sync = (device: number): Step => ({ kind: "sync", device, ways: [] });
const write = (device: number, isHidden = false): Step => ({ kind: "write", device, record: 0, isHidden });

/**
 * One record, written by Jo on two devices at once and merged, hidden in part from Ash, who writes on after access has
 * ended: what chance may miss.
 */
export const theLongAfternoon: readonly Step[] = [
  ...[{ kind: "begin", device: 0 } as const, sync(0), sync(1)],
  ...[write(0), write(1), sync(0), sync(1), { kind: "merge", device: 1, record: 0 } as const, sync(1)],
  ...[{ kind: "give", person: 1, record: 0 } as const, write(0, true), sync(0), sync(2), write(2), sync(2)],
  ...[{ kind: "sync", device: 0, ways: ["good", "answer-lost"] } as const, write(0), sync(0)],
  ...[write(2), { kind: "end", person: 1, record: 0 } as const, sync(2)],
];
