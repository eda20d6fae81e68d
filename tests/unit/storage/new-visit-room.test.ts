import { expect, test } from "vitest";
import { hasRoomForNewVisit } from "#storage/new-visit-room";

const MB = 1024 * 1024;

test("a new visit is begun with 200 MB free, and refused with less", () => {
  expect(hasRoomForNewVisit({ kind: "known", freeBytes: 200 * MB })).toBe(true);
  expect(hasRoomForNewVisit({ kind: "known", freeBytes: 200 * MB - 1 })).toBe(false);
  expect(hasRoomForNewVisit({ kind: "known", freeBytes: 0 })).toBe(false);
});

test("a browser that does not say how much is free keeps nobody from beginning", () => {
  expect(hasRoomForNewVisit({ kind: "not-known" })).toBe(true);
});
