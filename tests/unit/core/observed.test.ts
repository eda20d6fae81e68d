import { expect, test, vi } from "vitest";
import { createObserved } from "#core/observed";

test("listeners hear of each change, and the new value is there when they do", () => {
  const observed = createObserved("a");
  const heard: string[] = [];
  observed.subscribe(() => heard.push(observed.get()));
  observed.set("b");
  observed.set("c");
  expect(heard).toEqual(["b", "c"]);
});

test("setting the very same value tells nobody", () => {
  const value = { kind: "saving" };
  const observed = createObserved(value);
  const listener = vi.fn();
  observed.subscribe(listener);
  observed.set(value);
  expect(listener).not.toHaveBeenCalled();
});

test("a listener that stopped is not called, and the others still are", () => {
  const observed = createObserved(0);
  const [stopped, other] = [vi.fn(), vi.fn()];
  const stop = observed.subscribe(stopped);
  observed.subscribe(other);
  stop();
  observed.set(1);
  expect(stopped).not.toHaveBeenCalled();
  expect(other).toHaveBeenCalledOnce();
});
