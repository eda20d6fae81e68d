import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdingOpen } from "../../../../src/ui/app/lock/own-dialogs";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const file = { name: "a.pdf", type: "application/pdf", content: "" };

const open = (share?: () => Promise<"shared" | "not-shared">) => {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const heard: string[] = [];
  const handOver = holdingOpen(
    { save: () => undefined, open: () => true, ...(share === undefined ? {} : { share }) },
    (sign) => heard.push(sign),
    page as unknown as Document,
  );
  const show = (visibilityState: "hidden" | "visible"): void => {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event("visibilitychange"));
  };
  return { handOver, heard, show };
};

test("a file that is opened in front of the page holds it open until the page is shown again", () => {
  const { handOver, heard, show } = open();
  handOver.open(file);
  show("hidden");
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual(["dialog-opened"]);
  show("visible");
  show("hidden");
  show("visible");
  expect(heard).toEqual(["dialog-opened", "dialog-closed"]);
});

test("a file that is saved without a dialog holds nothing open", () => {
  const { handOver, heard } = open();
  handOver.save(file);
  vi.advanceTimersByTime(3_000);
  expect(heard).toEqual(["dialog-opened", "dialog-closed"]);
});

test("sharing holds the page open for as long as it takes, whatever comes of it", async () => {
  const { handOver, heard } = open(async () => "not-shared");
  const shared = handOver.share?.(file);
  expect(heard).toEqual(["dialog-opened"]);
  expect(await shared).toBe("not-shared");
  expect(heard).toEqual(["dialog-opened", "dialog-closed"]);
});
