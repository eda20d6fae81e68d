import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { pad, unpad } from "#core/sealed/padding";
import type { RowAddress } from "#core/sealed/row-codec";
import { createKeyringWork, type Opened } from "#platform/sealing/keyring-work";
import { rememberRows } from "#platform/sealing/remembered-rows";
import { createRowSeal } from "#platform/sealing/row-seal";
import { quickDerive } from "../../../support/quick-derive";
import { runs } from "../../../support/runs";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const work = createKeyringWork(quickDerive);
const grace = uuid(1);
const at: RowAddress = { table: "draft", id: uuid(7), version: 3 };
const said = "She says: I like the sea.";
const moved = "was changed, cut short or moved, or is another person's";
let opened: Opened;
beforeAll(async () => {
  opened = await work.enrol({ userId: grace, passphrase: "seven kind otters", areaKey: undefined });
});
const rowsOf = (userId = grace, from = opened) => createRowSeal({ epochs: () => from.keys.epochs, userId });
const sealed = async (where = at): Promise<Uint8Array> => (await rowsOf().encode(where, said)) as Uint8Array;

test("a row is read where it was written, and nothing of it lies in the open", async () => {
  const body = await sealed();
  expect(await rowsOf().decode(at, body)).toEqual({ ok: true, value: said });
  expect(new TextDecoder("latin1").decode(body)).not.toContain("sea");
});

test("the same words written twice are not the same bytes", async () => {
  expect(await sealed()).not.toEqual(await sealed());
});

describe("HAZ-02 what cannot be opened is said, and nothing of it is shown", () => {
  test.each<[string, RowAddress]>([
    ["another table", { ...at, table: "outbox" }],
    ["another id: two rows were swapped", { ...at, id: uuid(8) }],
    ["another version: an older row was put back", { ...at, version: 2 }],
    ["a table of the other key", { ...at, table: "remote" }],
  ])("a row at %s", async (_, where) => {
    expect(await rowsOf().decode(where, await sealed())).toEqual({ ok: false, error: { reason: moved } });
  });

  test("a row of another person on this device", async () => {
    const other = await work.enrol({ userId: uuid(2), passphrase: "seven kind otters", areaKey: undefined });
    expect(await rowsOf(uuid(2), other).decode(at, await sealed())).toEqual({ ok: false, error: { reason: moved } });
    // Even under the same keys: whose it is, is part of what is sealed.
    expect(await rowsOf(uuid(2)).decode(at, await sealed())).toEqual({ ok: false, error: { reason: moved } });
  });

  test("a row of which any one bit is another, or that was cut anywhere", async () => {
    const body = await sealed();
    await fc.assert(
      fc.asyncProperty(fc.nat(body.byteLength * 8 - 1), fc.nat(body.byteLength - 1), async (bit, length) => {
        const changed = body.slice();
        changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
        expect((await rowsOf().decode(at, changed)).ok).toBe(false);
        expect((await rowsOf().decode(at, body.slice(0, length))).ok).toBe(false);
      }),
      runs,
    );
  });

  test("a row of an epoch that this device no longer has", async () => {
    const body = await sealed();
    const renewed = await work.newEpoch(opened.keyring, opened.keys, undefined);
    expect(await rowsOf(grace, renewed).decode(at, body)).toEqual({ ok: true, value: said });
    const [, newest] = renewed.keys.epochs;
    const without = createRowSeal({ epochs: () => [newest!], userId: grace });
    expect(await without.decode(at, body)).toEqual({
      ok: false,
      error: { reason: "was sealed under an older key, which this device no longer has" },
    });
  });

  test.each([
    ["text, never sealed", said],
    ["nothing", undefined],
    ["an empty row", new Uint8Array()],
  ])("%s", async (_, body) => {
    expect(await rowsOf().decode(at, body)).toEqual({ ok: false, error: { reason: "is not sealed" } });
  });
});

test("a row says its length only in steps of 1, 4, 16 and 32 KB", () => {
  fc.assert(
    fc.property(fc.nat(140_000), (length) => {
      const content = new Uint8Array(length).fill(7);
      const padded = pad(content);
      expect(
        [1, 4, 16].map((size) => size * 1_024).includes(padded.byteLength) || padded.byteLength % 32_768 === 0,
      ).toBe(true);
      // Byte by byte is what takes time in an expectation, not here.
      expect(Buffer.compare(valueOf(unpad(padded)), content)).toBe(0);
    }),
    runs,
  );
});

test("what was opened once is opened no second time, and what was changed is", async () => {
  let times = 0;
  const rows = rowsOf();
  const remembered = rememberRows({
    encode: rows.encode,
    decode: (where, body) => {
      times += 1;
      return rows.decode(where, body);
    },
  });
  const body = await sealed();
  expect(await remembered.decode(at, body)).toEqual({ ok: true, value: said });
  expect(await remembered.decode(at, body.slice())).toEqual({ ok: true, value: said });
  expect(times).toBe(1);
  expect((await remembered.decode({ ...at, version: 4 }, body)).ok).toBe(false);
  const changed = body.slice();
  changed[changed.length - 1]! ^= 1;
  expect((await remembered.decode(at, changed)).ok).toBe(false);
  expect(await remembered.decode(at, (await rows.encode(at, "Other words")) as Uint8Array)).toEqual({
    ok: true,
    value: "Other words",
  });
});
