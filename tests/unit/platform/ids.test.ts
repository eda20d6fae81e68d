import { expect, test } from "vitest";
import { Id } from "#core/schema/ids";
import { createIds, fillRandom } from "#platform/ids";

const NOV_2023_MS = 0x018bcfe56800;

test("an id is a UUID of version 7 that begins with the time", () => {
  const id = createIds({ clock: { nowMs: () => NOV_2023_MS }, fillRandom }).next();
  expect(Id.safeParse(id).success).toBe(true);
  expect(id).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("ids of one millisecond sort in the order in which they were made, also when there are very many", () => {
  const ids = createIds({ clock: { nowMs: () => NOV_2023_MS }, fillRandom });
  const made = Array.from({ length: 10_000 }, ids.next);
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(10_000);
});

test("ids keep their order when the clock is set back a year", () => {
  let nowMs = NOV_2023_MS;
  const ids = createIds({ clock: { nowMs: () => nowMs }, fillRandom });
  const before = ids.next();
  nowMs -= 365 * 86_400_000;
  const after = ids.next();
  expect(after > before).toBe(true);
});

test("two devices at the same moment make different ids", () => {
  const clock = { nowMs: () => NOV_2023_MS };
  expect(createIds({ clock, fillRandom }).next()).not.toBe(createIds({ clock, fillRandom }).next());
});

test("whatever chance gives, version and variant stand where they belong", () => {
  for (const byte of [0x00, 0xff]) {
    const ids = createIds({ clock: { nowMs: () => NOV_2023_MS }, fillRandom: (bytes) => bytes.fill(byte) });
    expect(Id.safeParse(ids.next()).success).toBe(true);
  }
});
