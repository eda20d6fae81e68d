import { expect, test, vi } from "vitest";
import { createPersistence } from "#platform/persistence";

const answers = <T>(value: T) => vi.fn(() => Promise.resolve(value));
const fails = () => Promise.reject(new Error("not in this window"));

test("asking says whether the browser agreed to keep everything", async () => {
  const asked = (agreed: boolean) =>
    createPersistence({ persisted: answers(false), persist: answers(agreed) }).askToKeep();
  expect(await asked(true)).toBe("kept");
  expect(await asked(false)).toBe("may-be-cleared");
});

test("what was agreed before is not asked again", async () => {
  const persist = answers(true);
  expect(await createPersistence({ persisted: answers(true), persist }).askToKeep()).toBe("kept");
  expect(persist).not.toHaveBeenCalled();
});

test("what was promised can be seen without asking anybody", async () => {
  const persist = answers(true);
  expect(await createPersistence({ persisted: answers(false), persist }).promise()).toBe("may-be-cleared");
  expect(await createPersistence({ persisted: answers(true), persist }).promise()).toBe("kept");
  expect(await createPersistence({ persisted: fails }).promise()).toBe("not-known");
  expect(persist).not.toHaveBeenCalled();
});

test("the room left is the quota less what is used, and never below zero", async () => {
  const spaceOf = (estimate: StorageEstimate) => createPersistence({ estimate: answers(estimate) }).space();
  expect(await spaceOf({ quota: 1_000, usage: 300 })).toEqual({ kind: "known", freeBytes: 700, usedBytes: 300 });
  expect(await spaceOf({ quota: 1_000, usage: 1_300 })).toMatchObject({ freeBytes: 0 });
});

test("a browser that says nothing, or fails, is not known rather than full", async () => {
  for (const storage of [
    undefined,
    {},
    { estimate: answers({}) },
    { estimate: fails, persist: fails, persisted: fails },
  ]) {
    expect(await createPersistence(storage).space()).toEqual({ kind: "not-known" });
  }
  for (const storage of [undefined, {}, { persist: fails, persisted: answers(false) }]) {
    expect(await createPersistence(storage).askToKeep()).toBe("not-known");
  }
});
