import { expect, test } from "vitest";
import { ok } from "#core/result";
import { countForNotes } from "../../../../src/ui/app/count-for-notes";

const counting = () => {
  const now = { ms: 0, drafts: 1, waiting: 0 };
  const kept: string[] = [];
  const listeners: (() => void)[] = [];
  countForNotes(
    {
      unsent: {
        databaseName: "made-up",
        count: () => Promise.resolve(ok({ drafts: now.drafts, waiting: now.waiting })),
      },
      watch: {
        subscribe: (_watched, listener) => {
          listeners.push(listener);
          return () => undefined;
        },
      },
    },
    { keep: (_name, { drafts, waiting }) => void kept.push(`${drafts} begun, ${waiting} waiting`) },
    { nowMs: () => now.ms },
  );
  const changed = async (change: Partial<typeof now>): Promise<void> => {
    Object.assign(now, change);
    for (const listener of listeners) listener();
    // Counting is a few promises long; a timer rings after all of them.
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { kept, changed };
};

test("saving what is already counted is noted once a minute, so that writing is not slowed by it", async () => {
  const { kept, changed } = counting();
  await changed({});
  await changed({ ms: 200 });
  await changed({ ms: 400 });
  expect(kept).toEqual(["1 begun, 0 waiting"]);
  await changed({ ms: 60_000 });
  expect(kept).toEqual(["1 begun, 0 waiting", "1 begun, 0 waiting"]);
});

test("what is begun or waits from now on is noted at once", async () => {
  const { kept, changed } = counting();
  await changed({});
  await changed({ ms: 10, drafts: 2 });
  await changed({ ms: 20, drafts: 1, waiting: 1 });
  expect(kept).toEqual(["1 begun, 0 waiting", "2 begun, 0 waiting", "1 begun, 1 waiting"]);
});
