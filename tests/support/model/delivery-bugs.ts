import type { SeededBug } from "../seed-bug";
import type { INVARIANTS } from "./invariants";

/** A bug of delivery, by its name, and the invariant of the model that finds it. */
export interface DeliveryBug extends SeededBug {
  readonly bug: string;
  readonly breaks: keyof typeof INVARIANTS;
  /** Only a store that is put back shows it. */
  readonly restores?: true;
}

const PLACE = "src/core/sync/place-operation.ts";
const ROUND = "src/sync/sync-once.ts";
const MANIFEST = "src/core/sync/manifest.ts";
const AGAIN = "src/storage/offer-again.ts";
const KEPT = "src/storage/kept-as.ts";
const SERVER = "tests/support/model/server.ts";
const DEVICE = "tests/support/model/device.ts";

/** What may go wrong in delivery, each as one wrong edit. They are named in docs/assurance/seeded-bugs.md. */
export const DELIVERY_BUGS: readonly DeliveryBug[] = [
  {
    bug: "a branch advances the head",
    file: PLACE,
    from: `op.parents.includes(headRev) ? "advances" : "branches"`,
    to: `"advances"`,
    breaks: "no version is dropped in silence",
  },
  {
    bug: "what comes after access has ended is taken in",
    file: PLACE,
    from: `if (caseAccess === "ended") return`,
    to: `if (caseAccess === "ended" && op.parents.length > 9) return`,
    breaks: "nothing is taken in without access",
  },
  {
    bug: "a merge forgets its second parent",
    file: PLACE,
    from: `"branches", consumes: openBranches }`,
    to: `"branches", consumes: [] }`,
    breaks: "what was merged stands no longer",
  },
  {
    bug: "the answer to a push is not put away",
    file: ROUND,
    from: "settling = deliveries.settle(ops, answer.value.results);",
    to: "",
    breaks: "the outbox drains but for what was turned away",
  },
  {
    bug: "what was fetched is not put away",
    file: ROUND,
    from: "taking = deliveries.take(answer.value);",
    to: "",
    breaks: "quiet devices have what they may see, and no more",
  },
  {
    bug: "what is gone is not noticed",
    file: MANIFEST,
    from: "!visible.has(id)",
    to: "false && !visible.has(id)",
    breaks: "quiet devices have what they may see, and no more",
  },
  {
    bug: "only new records are noticed",
    file: MANIFEST,
    from: "held.get(id) !== ver",
    to: "ver !== undefined && !held.has(id)",
    breaks: "quiet devices have what they may see, and no more",
  },
  {
    bug: "the digest forgets versions",
    file: MANIFEST,
    from: "`${id}:${ver}`",
    to: "`${id}:${ver.slice(99)}`",
    breaks: "quiet devices have what they may see, and no more",
  },
  {
    bug: "a version forgets what its reader may see",
    file: "src/server/sync/version-of.ts",
    from: 'inOrder.join(" ")',
    to: "inOrder.length > 1e9",
    breaks: "quiet devices have what they may see, and no more",
  },
  {
    bug: "only concerns are delivered",
    file: "src/core/sync/concerns-first.ts",
    from: `recordType !== "concern"`,
    to: `recordType === "note"`,
    breaks: "the outbox drains but for what was turned away",
  },
  {
    bug: "what was not kept is taken for delivered",
    file: DEVICE,
    from: "result.receipt?.sha256 !== op.sha256",
    to: `result.status === "refused"`,
    restores: true,
    breaks: "no word is lost",
  },
  {
    bug: "a section that its author could not see is erased",
    file: SERVER,
    from: "sections: { ...record.sections, ...carried }",
    to: "sections: carried",
    breaks: "no word is lost",
  },
  {
    bug: "the same operation twice is written twice",
    file: SERVER,
    from: "if (earlier !== undefined) return earlier.result;",
    to: "",
    breaks: "what was delivered is in history once, byte for byte",
  },
  {
    bug: "access that ended still shows the record",
    file: SERVER,
    from: `accessOf(id, who) === "active" ? [[`,
    to: `accessOf(id, who) !== "none" ? [[`,
    breaks: "quiet devices have what they may see, and no more",
  },
  {
    bug: "an entry of the audit does not follow the one before",
    file: SERVER,
    from: "audit.at(-1)?.hash ?? NOTHING_BEFORE",
    to: "NOTHING_BEFORE",
    breaks: "the audit's chain holds, with one entry for each operation",
  },
  {
    bug: "another epoch is not noticed",
    file: DEVICE,
    from: "const wasPutBack = epoch !== storeEpoch;",
    to: "const wasPutBack = false && epoch !== storeEpoch;",
    restores: true,
    breaks: "no word is lost",
  },
  {
    bug: "a version beside the head is not offered again",
    file: AGAIN,
    from: "...record.branches.map(",
    to: "...([] as typeof record.branches).map(",
    restores: true,
    breaks: "no word is lost",
  },
  {
    bug: "a receipt is forgotten when the record is fetched",
    file: KEPT,
    from: "...receiptOf(put.revId),",
    to: "",
    restores: true,
    breaks: "no word is lost",
  },
  {
    bug: "what is held safely is not offered again",
    file: DEVICE,
    from: "await putAgain([...found, ...unheld]);",
    to: "await putAgain(found);",
    restores: true,
    breaks: "no word is lost",
  },
];
