import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { Operation, SCHEMA_VERSION } from "#core/schema/operation";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { aProfile } from "../../support/made-up-bodies";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const LIMIT_BYTES = 512 * 1024;
const operationOf = (loves: string) =>
  makeOperation({
    recordType: "profile",
    recordId: uuid(1),
    caseId: uuid(2),
    parents: [uuid(3)],
    body: { ...aProfile(), kept: loves },
    nowMs: 1_000,
    ids: countedIds(40),
    sha256: sha256Hex,
  });

test("an operation carries its body as text, with the hash of its UTF-8 bytes", async () => {
  const operation = valueOf(await operationOf("trains and ünïcödé 🚂"));
  expect(Operation.safeParse(operation).success).toBe(true);
  expect(operation).toMatchObject({
    opId: uuid(40),
    parents: [uuid(3)],
    clientTime: 1_000,
    schemaVersion: SCHEMA_VERSION,
  });
  expect(JSON.parse(operation.body)).toEqual({ ...aProfile(), kept: "trains and ünïcödé 🚂" });
  expect(operation.sha256).toBe(createHash("sha256").update(operation.body, "utf8").digest("hex"));
});

test("a body may have 512 KB, counted in bytes and not in letters", async () => {
  const empty = valueOf(await operationOf("")).body.length;
  const room = LIMIT_BYTES - empty;
  expect((await operationOf("a".repeat(room))).ok).toBe(true);
  expect(await operationOf("a".repeat(room + 1))).toEqual({
    ok: false,
    error: { type: "TooLarge", bytes: LIMIT_BYTES + 1, largestBytes: LIMIT_BYTES },
  });
  // "é" is one letter and two bytes.
  expect(await operationOf("é".repeat(Math.ceil((room + 1) / 2)))).toMatchObject({ error: { type: "TooLarge" } });
});
