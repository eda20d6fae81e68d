import { expect, test, vi } from "vitest";
import type { Visit } from "#core/schema/visit";
import { createVisitStore } from "../../../../src/ui/app/visit/visit-store";

const visit = { place: "start" } as Visit;

test("what refuses a change leaves the visit as it was, on the screen too", () => {
  const store = createVisitStore(visit, () => {
    throw new Error("a finished profile is immutable");
  });
  const listener = vi.fn();
  store.subscribe(listener);
  expect(() => {
    store.change((before) => ({ ...before, place: "picture" }));
  }).toThrow("immutable");
  expect(store.get()).toBe(visit);
  expect(listener).not.toHaveBeenCalled();
});

test("a verb that changes nothing tells nobody and saves nothing", () => {
  const saved = vi.fn();
  const store = createVisitStore(visit, saved);
  store.change((before) => before);
  expect(saved).not.toHaveBeenCalled();
});
