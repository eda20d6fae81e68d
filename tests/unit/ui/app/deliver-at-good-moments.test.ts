import { afterEach, expect, test, vi } from "vitest";
import type { OpenOnDevice } from "#sync/device-deliveries";
import { deliverAtGoodMoments } from "../../../../src/ui/app/deliver-at-good-moments";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("whoever comes in during a round is served as soon as it is over", async () => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("setInterval", () => 0);
  vi.stubGlobal("requestIdleCallback", (callBack: () => void) => {
    callBack();
  });
  const ends: (() => void)[] = [];
  const servedFor: (string | undefined)[] = [];
  const deliverFromHere = deliverAtGoodMoments({
    round: (open) => {
      servedFor.push(open?.person.userId);
      return new Promise((resolve) => {
        ends.push(resolve);
      });
    },
  });
  deliverFromHere(undefined);
  deliverFromHere({ person: { userId: "made up", databaseName: "" } } as OpenOnDevice);
  expect(servedFor).toEqual([undefined]);
  ends[0]?.();
  await vi.waitFor(() => {
    expect(servedFor).toEqual([undefined, "made up"]);
  });
  ends[1]?.();
  await Promise.resolve();
  expect(servedFor).toHaveLength(2);
});
