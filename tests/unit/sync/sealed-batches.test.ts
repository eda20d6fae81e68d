import { expect, test } from "vitest";
import { SEALED_LIMITS } from "#core/schema/sealed-wire";
import type { UnsentRow } from "#storage/unsent-rows";
import { epochOf, sealedBatches, toSealedRow } from "#sync/sealed-batches";
import { uuid } from "../../support/uuid";

const row = (n: number, bytes: number): UnsentRow => ({
  ...{ table: "outbox", id: uuid(n), version: 1, seq: n },
  body: new Uint8Array(bytes).fill(n % 256),
});

test("rows are cut in their order by number and by size, and each message is within what the server takes", () => {
  const many = Array.from({ length: 450 }, (_, n) => row(n, 1_000));
  const large = Array.from({ length: 7 }, (_, n) => row(n, SEALED_LIMITS.rowBytes));
  for (const rows of [many, large, [...many, ...large]]) {
    const cut = sealedBatches(rows);
    expect(cut.flat()).toEqual(rows);
    for (const batch of cut) {
      expect(batch.length).toBeLessThanOrEqual(SEALED_LIMITS.rows);
      // As text within text, as it is sent.
      const sent = JSON.stringify({ blob: JSON.stringify({ rows: batch.map(toSealedRow) }) });
      expect(sent.length).toBeLessThan(SEALED_LIMITS.messageBytes - 50_000);
    }
  }
  expect(sealedBatches([])).toEqual([]);
});

test("the epoch stands in the open before what is sealed, wherever the bytes lie", () => {
  const whole = Uint8Array.from([9, 9, 9, 1, 0, 0, 1, 2, 7, 7]);
  expect(epochOf({ ...row(1, 0), body: whole.subarray(3) })).toBe(258);
  expect(epochOf({ ...row(1, 0), body: new Uint8Array(4) })).toBeUndefined();
});

test("what is sent is base64 of the very bytes", () => {
  const body = crypto.getRandomValues(new Uint8Array(30_001));
  expect(Buffer.from(toSealedRow({ ...row(1, 0), body }).body, "base64")).toEqual(Buffer.from(body));
});
