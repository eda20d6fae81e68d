import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import "../support/runs";
import { createAutosave } from "#storage/autosave";
import { createSaveByHand } from "../support/save-by-hand";

const DELAY_MS = 150;
const clock = { nowMs: () => Date.now() };
afterEach(() => {
  vi.useRealTimers();
});

const step = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ does: "change" } as const) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("pass" as const), ms: fc.integer({ min: 0, max: 400 }) }) },
  { weight: 3, arbitrary: fc.constant({ does: "commit" } as const) },
  { weight: 2, arbitrary: fc.constant({ does: "refuse" } as const) },
  { weight: 1, arbitrary: fc.constant({ does: "throw" } as const) },
  { weight: 1, arbitrary: fc.constant({ does: "flush" } as const) },
);

test("the laws of autosave hold whatever the order of changes, waits, commits, failures and flushes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: "max", maxLength: 60 }), async (steps) => {
      vi.useFakeTimers({ now: 0 });
      const hand = createSaveByHand<number>(clock.nowMs);
      const autosave = createAutosave({ save: hand.save, clock, delayMs: DELAY_MS });
      let newest = 0;
      /** When the first change was made that no save has taken. */
      let untakenSinceMs: number | undefined;
      /** Whether the last save that ended was refused. */
      let refused = false;
      let begunBefore = 0;
      const flushes: { of: number; isDone: boolean; answeredFailed: boolean }[] = [];

      const check = (): void => {
        const { kind } = autosave.status.get();
        expect(hand.inFlight(), "law 1").toBeLessThanOrEqual(1);
        if (hand.begun.length > begunBefore) {
          expect(hand.begun.at(-1), "law 2").toBe(newest);
          expect(hand.begun.length, "law 1").toBe(begunBefore + 1);
          begunBefore = hand.begun.length;
          untakenSinceMs = undefined;
        }
        if (untakenSinceMs !== undefined && hand.inFlight() === 0 && !refused) {
          expect(Date.now() - untakenSinceMs, "law 3").toBeLessThan(DELAY_MS);
        }
        if (kind === "saved") expect(hand.committed.at(-1), "law 4").toBe(newest);
        if (kind === "empty") expect(newest, "law 4").toBe(0);
        expect(kind === "failed", "law 7").toBe(refused);
        for (const flush of flushes) {
          if (!flush.isDone || flush.answeredFailed) continue;
          expect(hand.committed.at(-1) ?? 0, "law 6").toBeGreaterThanOrEqual(flush.of);
        }
      };

      const endSave = (end: () => void, isRefusal: boolean): void => {
        if (hand.inFlight() === 0) return;
        end();
        refused = isRefusal;
      };
      const act: Record<Exclude<(typeof steps)[number]["does"], "pass">, () => void> = {
        change: () => {
          newest += 1;
          untakenSinceMs ??= Date.now();
          autosave.changed(newest);
        },
        commit: () => {
          endSave(hand.commit, false);
        },
        refuse: () => {
          endSave(hand.refuse, true);
        },
        throw: () => {
          endSave(() => {
            hand.throwUp(new Error("made up"));
          }, true);
        },
        flush: () => {
          const flush = { of: newest, isDone: false, answeredFailed: false };
          flushes.push(flush);
          void autosave.flush().then((status) => {
            flush.isDone = true;
            flush.answeredFailed = status.kind === "failed";
          });
        },
      };

      for (const each of steps) {
        if (each.does === "pass") {
          // In small steps, so that no law is broken and mended between two looks.
          for (let passed = 0; passed < each.ms; passed += 10) {
            await vi.advanceTimersByTimeAsync(Math.min(10, each.ms - passed));
            check();
          }
        } else {
          act[each.does]();
          await vi.advanceTimersByTimeAsync(0);
          check();
        }
      }

      // Law 5, and law 6 again: once the disk takes everything, the newest words are on it and all flushes have ended.
      for (let turn = 0; turn < 4; turn += 1) {
        await vi.advanceTimersByTimeAsync(5_000);
        if (hand.inFlight() > 0) hand.commit();
        await vi.advanceTimersByTimeAsync(0);
      }
      expect(hand.committed.at(-1) ?? 0, "law 5").toBe(newest);
      expect(autosave.status.get().kind).toBe(newest === 0 ? "empty" : "saved");
      expect(
        flushes.every((flush) => flush.isDone),
        "law 6",
      ).toBe(true);
      vi.useRealTimers();
    }),
    { numRuns: 200 },
  );
});
