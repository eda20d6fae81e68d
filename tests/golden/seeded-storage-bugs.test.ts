import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import { type SeededBug, storageWith, type StorageUnderTest } from "../support/seed-bug";
import {
  everyTableIsSealed,
  everyWriteIsStrict,
  finishingIsOneTransaction,
  rowsOpenInTheirPlaceOnly,
  savedOnlyAfterCommit,
} from "../support/storage-promises";
import * as storage from "../support/storage-under-test";

type Guard = (storage: StorageUnderTest) => Promise<void>;
type Seeded = SeededBug & { readonly bug: string; readonly caughtBy: Guard };

const boundTo = "`${table}|${id}|${String(version)}|${epoch}|${userId}`";

const bugs: readonly Seeded[] = [
  {
    bug: "HAZ-02 saved is shown before the commit",
    file: "storage/autosave.ts",
    from: "inFlight = resultOf(save, taken.state)",
    to: `status.set({ kind: "saved", atMs: clock.nowMs() });
    inFlight = resultOf(save, taken.state)`,
    caughtBy: savedOnlyAfterCommit,
  },
  {
    bug: "HAZ-02 finishing takes the draft away in one transaction and adds what it became in another",
    file: "storage/outbox.ts",
    from: `db.transaction("rw", db.draft, db.outbox, async () => {`,
    to: "((work) => work())(async () => {",
    caughtBy: finishingIsOneTransaction,
  },
  {
    bug: "HAZ-02 a write does not wait for the disk",
    file: "storage/open-database.ts",
    from: `chromeTransactionDurability: "strict"`,
    to: `chromeTransactionDurability: "relaxed"`,
    caughtBy: everyWriteIsStrict,
  },
  {
    bug: "drafts are not sealed",
    file: "storage/drafts.ts",
    from: `await codec.encode({ table: "draft", id, version: saved.version }, content)`,
    to: "content",
    caughtBy: everyTableIsSealed,
  },
  {
    bug: "the outbox is not sealed",
    file: "storage/outbox.ts",
    from: "await codec.encode(at, JSON.stringify(Operation.parse(operation)))",
    to: "JSON.stringify(Operation.parse(operation))",
    caughtBy: everyTableIsSealed,
  },
  {
    bug: "what is kept beside the records is not sealed",
    file: "storage/deliveries.ts",
    from: `await codec.encode({ table: "meta", id, version: 1 }, JSON.stringify(content))`,
    to: "JSON.stringify(content)",
    caughtBy: everyTableIsSealed,
  },
  ...["${table}|", "${id}|", "${String(version)}|", "|${userId}"].map((part): Seeded => ({
    bug: `a row is not bound to ${part}`,
    file: "platform/sealing/row-seal.ts",
    from: boundTo,
    to: boundTo.replace(part, ""),
    caughtBy: rowsOpenInTheirPlaceOnly,
  })),
];

test.each(
  [
    savedOnlyAfterCommit,
    finishingIsOneTransaction,
    everyWriteIsStrict,
    everyTableIsSealed,
    rowsOpenInTheirPlaceOnly,
  ].map((guard) => [guard.name, guard] as const),
)("storage as it is keeps its promise: %s", async (_, guard) => {
  await guard(storage);
});

describe("storage with this bug in it does not get past the tests", () => {
  test.each(bugs)("$bug", async ({ caughtBy, ...bug }) => {
    vi.spyOn(console, "warn").mockReturnValue();
    await expect(caughtBy(await storageWith(bug)), caughtBy.name).rejects.toThrow();
  });
});
