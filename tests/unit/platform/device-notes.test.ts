import { expect, test } from "vitest";
import { createDeviceNotes } from "#platform/device-notes";

const MONDAY_MS = Date.UTC(2026, 10, 23, 9, 0);

/** A device whose small text store outlives its databases. */
const createDevice = () => {
  let text: string | null = null;
  const device = {
    names: ["strandline", "strandline-a", "strandline-b"] as string[],
    nowMs: MONDAY_MS,
    text: () => text,
    open: () =>
      createDeviceNotes({
        kept: {
          read: () => text,
          write: (next) => {
            text = next;
          },
        },
        databases: async () => device.names.map((name) => ({ name })),
        register: "strandline",
        clock: { nowMs: () => device.nowMs },
      }),
  };
  return device;
};

test("HAZ-02 databases that have gone are missed: how much was in them, when it was last counted, and when that was noticed", async () => {
  const device = createDevice();
  const before = device.open();
  before.keep("strandline-a", { drafts: 1, waiting: 2 });
  device.nowMs += 60_000;
  before.keep("strandline-b", { drafts: 0, waiting: 3 });
  device.names = [];
  device.nowMs += 86_400_000;
  const after = device.open();
  (await after.look())([]);
  expect(after.vanished()).toEqual({
    drafts: 1,
    waiting: 5,
    seenMs: MONDAY_MS + 60_000,
    noticedMs: MONDAY_MS + 86_460_000,
  });
  const again = device.open();
  (await again.look())([]);
  expect(again.vanished()).toMatchObject({ drafts: 1, waiting: 5 });
  again.understood();
  expect(device.open().vanished()).toBeUndefined();
});

test("a database that is still there is not missed, nor one that was removed on purpose, nor one that never was", async () => {
  const device = createDevice();
  const notes = device.open();
  (await notes.look())(["strandline-a", "strandline-c"]);
  notes.keep("strandline-a", { drafts: 1, waiting: 0 });
  notes.keep("strandline-b", { drafts: 1, waiting: 0 });
  device.names = ["strandline", "strandline-a"];
  (await notes.look())(["strandline-a"]);
  expect(notes.vanished()).toBeUndefined();
  expect(device.text()).not.toContain("strandline-b");
});

test("HAZ-02 one that the register still names is missed, though the register is there", async () => {
  const device = createDevice();
  const notes = device.open();
  notes.keep("strandline-b", { drafts: 1, waiting: 0 });
  device.names = ["strandline", "strandline-a"];
  (await notes.look())(["strandline-a", "strandline-b"]);
  expect(notes.vanished()).toMatchObject({ drafts: 1, waiting: 0 });
});

test("what has gone twice before anybody read it is told once, with all that was in both", async () => {
  const device = createDevice();
  for (const name of ["strandline-a", "strandline-b"]) {
    const notes = device.open();
    notes.keep(name, { drafts: 1, waiting: 1 });
    device.names = [];
    (await notes.look())([]);
  }
  expect(device.open().vanished()).toMatchObject({ drafts: 2, waiting: 2 });
});

test("the notes hold numbers, times and the random names of databases, and nothing else", () => {
  const device = createDevice();
  const notes = device.open();
  notes.keep("strandline-a", { drafts: 1, waiting: 2, child: "Amelia" } as { drafts: number; waiting: number });
  notes.sayNotKept();
  expect(JSON.parse(device.text() ?? "")).toEqual({
    marks: { "strandline-a": { seenMs: MONDAY_MS, drafts: 1, waiting: 2 } },
    saidNotKept: true,
  });
});

test("two windows that count keep both counts", () => {
  const device = createDevice();
  const [one, other] = [device.open(), device.open()];
  one.keep("strandline-a", { drafts: 1, waiting: 0 });
  other.keep("strandline-b", { drafts: 2, waiting: 0 });
  expect(Object.keys((JSON.parse(device.text() ?? "") as { marks: object }).marks)).toEqual([
    "strandline-a",
    "strandline-b",
  ]);
});

test.each([
  [
    "forbids its text store",
    {
      read: () => {
        throw new Error("forbidden");
      },
      write: () => {
        throw new Error("full");
      },
    },
    async () => [],
  ],
  ["has something else in it", { read: () => "[1", write: () => undefined }, async () => []],
  ["does not list its databases", { read: () => null, write: () => undefined }, undefined],
  [
    "fails to list them",
    { read: () => null, write: () => undefined },
    async () => {
      throw new Error("no");
    },
  ],
])("a browser that %s: nothing is missed, and nothing fails", async (_what, kept, databases) => {
  const notes = createDeviceNotes({ kept, databases, register: "strandline", clock: { nowMs: () => MONDAY_MS } });
  (await notes.look())([]);
  notes.keep("strandline-a", { drafts: 1, waiting: 0 });
  expect(notes.vanished()).toBeUndefined();
});
