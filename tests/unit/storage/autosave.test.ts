import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAutosave, type Autosave } from "#storage/autosave";
import { createSaveByHand, type MadeUpError, type SaveByHand } from "../../support/save-by-hand";

const clock = { nowMs: () => Date.now() };
let hand: SaveByHand<string>;
let autosave: Autosave<string, MadeUpError>;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  hand = createSaveByHand(clock.nowMs);
  autosave = createAutosave({ save: hand.save, clock });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const settle = (): Promise<unknown> => pass(0);
const quota = { type: "QuotaExceeded" };

test("before anything was typed, nothing is said to be saved", () => {
  expect(autosave.status.get()).toEqual({ kind: "empty" });
});

test("a draft that is opened again says when it was saved", () => {
  expect(createAutosave({ save: hand.save, clock, savedAtMs: 42 }).status.get()).toEqual({ kind: "saved", atMs: 42 });
});

describe("law 1: one save is in flight at most", () => {
  test("however long it takes and however much is typed meanwhile", async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      autosave.changed(`${turn}`);
      await pass(100);
    }
    expect(hand.inFlight()).toBe(1);
  });
});

describe("law 2: a save takes the newest state there is when it begins", () => {
  test("states in between are never written", async () => {
    autosave.changed("t");
    await pass(149);
    autosave.changed("tr");
    await pass(1);
    autosave.changed("tra");
    await pass(300);
    autosave.changed("trai");
    hand.commit();
    await settle();
    expect(hand.begun).toEqual(["tr", "trai"]);
  });
});

describe("law 3: a save begins within 150 ms of the first unsaved change", () => {
  test("not before, so that a burst of changes is one write", async () => {
    autosave.changed("t");
    await pass(149);
    expect(hand.begun).toEqual([]);
    await pass(1);
    expect(hand.begun).toEqual(["t"]);
  });

  test("a stream of key presses does not postpone it", async () => {
    for (let pressed = 0; pressed < 7; pressed += 1) {
      autosave.changed(`key ${pressed}`);
      await pass(40);
    }
    expect(hand.begun).toEqual(["key 3"]);
  });

  test("a change during a save is saved 150 ms after it was made, when that save has ended by then", async () => {
    autosave.changed("first");
    await pass(150);
    autosave.changed("second");
    await pass(20);
    hand.commit();
    await pass(129);
    expect(hand.begun).toEqual(["first"]);
    await pass(1);
    expect(hand.begun).toEqual(["first", "second"]);
  });

  test("a change during a long save is saved as soon as that save ends", async () => {
    autosave.changed("first");
    await pass(150);
    autosave.changed("second");
    await pass(1000);
    hand.commit();
    await settle();
    expect(hand.begun).toEqual(["first", "second"]);
  });
});

describe("law 4: saved is said only after the commit, and only if nothing newer waits", () => {
  test("it is saving from the change until the commit", async () => {
    autosave.changed("words");
    expect(autosave.status.get()).toEqual({ kind: "saving" });
    await pass(150);
    expect(autosave.status.get()).toEqual({ kind: "saving" });
    await pass(70);
    expect(autosave.status.get()).toEqual({ kind: "saving" });
    hand.commit();
    await settle();
    expect(autosave.status.get()).toEqual({ kind: "saved", atMs: 220 });
  });

  test("the commit of older words is not the commit of newer ones", async () => {
    autosave.changed("words");
    await pass(150);
    autosave.changed("more words");
    hand.commit();
    await settle();
    expect(autosave.status.get()).toEqual({ kind: "saving" });
  });

  test("a change takes it back at once", async () => {
    autosave.changed("words");
    await pass(150);
    hand.commit();
    await settle();
    autosave.changed("more words");
    expect(autosave.status.get()).toEqual({ kind: "saving" });
  });

  test("whoever watches hears of each of these once", async () => {
    const seen: string[] = [];
    autosave.status.subscribe(() => seen.push(autosave.status.get().kind));
    autosave.changed("w");
    autosave.changed("wo");
    await pass(150);
    hand.commit();
    await settle();
    expect(seen).toEqual(["saving", "saved"]);
  });
});

describe("law 5: a failed save is tried again after a growing wait, with the newest state", () => {
  test("the waits grow and then stay", async () => {
    autosave.changed("words");
    await pass(150);
    const begunAtMs: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      begunAtMs.push(Date.now());
      hand.refuse();
      await vi.advanceTimersToNextTimerAsync();
    }
    const waitsMs = begunAtMs.slice(1).map((atMs, index) => atMs - begunAtMs[index]!);
    expect(waitsMs).toEqual([250, 500, 1000, 2000, 5000, 5000]);
    expect(hand.begun).toEqual(Array.from({ length: 8 }, () => "words"));
  });

  test("what was typed meanwhile is what is tried, and typing neither hastens nor postpones it", async () => {
    autosave.changed("words");
    await pass(150);
    hand.refuse();
    await settle();
    for (let turn = 0; turn < 4; turn += 1) {
      autosave.changed(`more words ${turn}`);
      await pass(60);
    }
    expect(hand.begun).toEqual(["words"]);
    await pass(10);
    expect(hand.begun).toEqual(["words", "more words 3"]);
  });

  test("a newer state that waited during the failing save is not replaced by the one that failed", async () => {
    autosave.changed("words");
    await pass(150);
    autosave.changed("more words");
    hand.refuse();
    await pass(250);
    expect(hand.begun).toEqual(["words", "more words"]);
  });

  test("after a commit the next failure waits the shortest again", async () => {
    autosave.changed("words");
    await pass(150);
    hand.refuse();
    await pass(250);
    hand.refuse();
    await pass(500);
    hand.commit();
    await settle();
    autosave.changed("more words");
    await pass(150);
    hand.refuse();
    await pass(250);
    expect(hand.begun).toEqual(["words", "words", "words", "more words", "more words"]);
  });

  test("a save that throws is tried again too, and only the error's name is told", async () => {
    autosave.changed("words");
    await pass(150);
    hand.throwUp(new TypeError("cannot read Robin"));
    await settle();
    expect(autosave.status.get()).toMatchObject({ kind: "failed", reason: { type: "Unknown", name: "TypeError" } });
    await pass(250);
    hand.commit();
    await settle();
    expect(autosave.status.get()).toMatchObject({ kind: "saved" });
  });
});

describe("law 6: flush ends once the newest state was committed or refused", () => {
  test("with nothing to save it ends at once", async () => {
    expect(await autosave.flush()).toEqual({ kind: "empty" });
    expect(hand.begun).toEqual([]);
  });

  test("it does not wait out the delay", async () => {
    autosave.changed("words");
    const flushed = autosave.flush();
    await settle();
    expect(hand.begun).toEqual(["words"]);
    hand.commit();
    expect(await flushed).toEqual({ kind: "saved", atMs: 0 });
  });

  test("it waits for the save in flight when that holds the newest state", async () => {
    autosave.changed("words");
    await pass(150);
    const flushed = autosave.flush();
    hand.commit();
    expect(await flushed).toMatchObject({ kind: "saved" });
    expect(hand.begun).toEqual(["words"]);
  });

  test("it waits for the next save when the one in flight is older", async () => {
    autosave.changed("words");
    await pass(150);
    autosave.changed("more words");
    const ended = vi.fn();
    void autosave.flush().then(ended);
    hand.commit();
    await settle();
    expect(hand.begun).toEqual(["words", "more words"]);
    expect(ended).not.toHaveBeenCalled();
    hand.commit();
    await settle();
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ kind: "saved" }));
  });

  test("a refusal ends it with the reason, and the state is still tried again", async () => {
    autosave.changed("words");
    const flushed = autosave.flush();
    await settle();
    hand.refuse();
    expect(await flushed).toEqual({ kind: "failed", reason: quota, sinceMs: 0 });
    await pass(250);
    expect(hand.begun).toEqual(["words", "words"]);
  });

  test("after a refusal it tries at once", async () => {
    autosave.changed("words");
    await pass(150);
    hand.refuse();
    await settle();
    void autosave.flush();
    await settle();
    expect(hand.begun).toEqual(["words", "words"]);
  });
});

describe("law 7: failed stands until a commit", () => {
  test("through further changes and further tries, since the first refusal", async () => {
    autosave.changed("words");
    await pass(150);
    hand.refuse();
    await settle();
    const failed = { kind: "failed", reason: quota, sinceMs: 150 };
    expect(autosave.status.get()).toEqual(failed);
    autosave.changed("more words");
    expect(autosave.status.get()).toEqual(failed);
    await pass(250);
    expect(hand.inFlight()).toBe(1);
    expect(autosave.status.get()).toEqual(failed);
    hand.refuse({ type: "ChangedElsewhere" });
    await settle();
    expect(autosave.status.get()).toEqual({ ...failed, reason: { type: "ChangedElsewhere" } });
    await pass(500);
    hand.commit();
    await settle();
    expect(autosave.status.get()).toEqual({ kind: "saved", atMs: 900 });
  });
});

test("once stopped it begins no save, and a change after that is a bug", async () => {
  autosave.changed("words");
  autosave.stop();
  await pass(10_000);
  expect(hand.begun).toEqual([]);
  expect(() => {
    autosave.changed("more words");
  }).toThrow();
});

test("a save that is refused after the stop is not tried again", async () => {
  autosave.changed("words");
  await pass(150);
  autosave.stop();
  hand.refuse();
  await pass(10_000);
  expect(hand.begun).toEqual(["words"]);
});
