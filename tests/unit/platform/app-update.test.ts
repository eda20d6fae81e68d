import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAppUpdate, type AppUpdate } from "#platform/app-update";
import { FakePage, FakeServiceWorkers, FakeWorker } from "../../support/fake-service-workers";

const HOUR_MS = 3_600_000;
let serviceWorkers: FakeServiceWorkers;
let page: FakePage;
let update: AppUpdate;
let isDraftHeld: boolean;
const reload = vi.fn();
const openTab = (): AppUpdate =>
  createAppUpdate({
    serviceWorkers: serviceWorkers as unknown as ServiceWorkerContainer,
    scriptUrl: "https://strandline.example/sw.js",
    isAnyDraftHeld: () => Promise.resolve(isDraftHeld),
    page: page,
    reload,
  });
beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  isDraftHeld = false;
  serviceWorkers = new FakeServiceWorkers();
  serviceWorkers.controller = new FakeWorker();
  page = new FakePage();
  update = openTab();
});
afterEach(() => {
  update.stop();
  vi.useRealTimers();
});
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const offer = async (): Promise<FakeWorker> => {
  await update.start();
  const worker = serviceWorkers.find();
  serviceWorkers.install(worker);
  return worker;
};

test("the service worker is registered for the whole site, and never taken from a cache", async () => {
  expect(await update.start()).toEqual({ ok: true, value: undefined });
  expect(serviceWorkers.registered).toEqual([
    ["https://strandline.example/sw.js", { scope: "/", updateViaCache: "none" }],
  ]);
  expect(update.status.get()).toEqual({ kind: "up-to-date" });
});

test("a page that cannot register is told why", async () => {
  serviceWorkers.failsToRegister = true;
  expect(await update.start()).toEqual({ ok: false, error: { type: "NotRegistered", name: "SecurityError" } });
});

test("a new version is offered once it is installed whole, not while it is being fetched", async () => {
  await update.start();
  const worker = serviceWorkers.find();
  expect(update.status.get()).toEqual({ kind: "up-to-date" });
  serviceWorkers.install(worker);
  expect(update.status.get()).toEqual({ kind: "offered" });
});

test("a version that was waiting before the page was opened is offered", async () => {
  serviceWorkers.registration.waiting = new FakeWorker();
  await update.start();
  expect(update.status.get()).toEqual({ kind: "offered" });
});

test("a version that was being fetched when the page was opened is offered", async () => {
  const worker = serviceWorkers.find();
  await update.start();
  serviceWorkers.install(worker);
  expect(update.status.get()).toEqual({ kind: "offered" });
});

test("taking it tells the waiting worker, and the page reloads when that has taken over", async () => {
  const worker = await offer();
  expect(await update.apply()).toEqual({ ok: true, value: undefined });
  expect(worker.messages).toEqual([{ type: "SKIP_WAITING" }]);
  expect(reload).not.toHaveBeenCalled();
  serviceWorkers.activate(worker);
  await settle();
  expect(reload).toHaveBeenCalledOnce();
});

describe("law 1: the page is reloaded only after apply was called in it", () => {
  test("not when a new version is found, and not with time", async () => {
    await offer();
    await vi.advanceTimersByTimeAsync(24 * HOUR_MS);
    expect(reload).not.toHaveBeenCalled();
  });

  test("not when another tab takes the new version: this one offers it, and taking it is a reload", async () => {
    await update.start();
    serviceWorkers.activate(new FakeWorker());
    await settle();
    expect(reload).not.toHaveBeenCalled();
    expect(update.status.get()).toEqual({ kind: "offered" });
    await update.apply();
    expect(reload).toHaveBeenCalledOnce();
  });
});

describe("law 2: apply does nothing while a draft is held in any tab", () => {
  test("it says so, and the offer stands", async () => {
    const worker = await offer();
    isDraftHeld = true;
    expect(await update.apply()).toEqual({ ok: false, error: { type: "DraftHeld" } });
    expect(worker.messages).toEqual([]);
    expect(update.status.get()).toEqual({ kind: "offered" });
    isDraftHeld = false;
    expect(await update.apply()).toMatchObject({ ok: true });
  });

  test("a visit that was opened while the new version took over is not reloaded away", async () => {
    const worker = await offer();
    await update.apply();
    isDraftHeld = true;
    serviceWorkers.activate(worker);
    await settle();
    expect(reload).not.toHaveBeenCalled();
    expect(update.status.get()).toEqual({ kind: "offered" });
  });
});

test("law 3: the first version ever installed is not offered, and its taking over reloads nothing", async () => {
  serviceWorkers.controller = null;
  await update.start();
  const worker = serviceWorkers.find();
  serviceWorkers.install(worker);
  serviceWorkers.activate(worker);
  await settle();
  expect(update.status.get()).toEqual({ kind: "up-to-date" });
  expect(reload).not.toHaveBeenCalled();
});

describe("law 4: a page that an active worker has not taken asks it to", () => {
  test("one that was passed over when the first version took over its pages", async () => {
    serviceWorkers.controller = null;
    const worker = new FakeWorker();
    serviceWorkers.registration.active = worker;
    await update.start();
    expect(worker.messages).toEqual([{ type: "CLAIM" }]);
    serviceWorkers.activate(worker);
    expect(update.status.get()).toEqual({ kind: "up-to-date" });
  });

  test("one that it has already is left alone", async () => {
    const worker = new FakeWorker();
    serviceWorkers.registration.active = worker;
    await update.start();
    expect(worker.messages).toEqual([]);
  });
});

describe("law 5: what was never installed whole is tried again at each look", () => {
  test("when the first version could not be fetched whole", async () => {
    serviceWorkers.controller = null;
    await update.start();
    serviceWorkers.failToInstall(serviceWorkers.find());
    page.show("visible");
    await settle();
    expect(serviceWorkers.registered).toHaveLength(2);
    expect(serviceWorkers.registration.looks).toBe(0);
  });

  test("when the page could not register", async () => {
    serviceWorkers.failsToRegister = true;
    await update.start();
    serviceWorkers.failsToRegister = false;
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(serviceWorkers.registered).toHaveLength(1);
  });
});

test("with nothing offered there is nothing to apply", async () => {
  await update.start();
  expect(await update.apply()).toEqual({ ok: false, error: { type: "NothingOffered" } });
});

test("it looks again each hour and whenever the page is shown, and being without a signal does no harm", async () => {
  const { registration } = serviceWorkers;
  registration.active = new FakeWorker();
  await update.start();
  registration.isOffline = true;
  await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
  expect(registration.looks).toBe(2);
  page.show("hidden");
  expect(registration.looks).toBe(2);
  page.show("visible");
  await settle();
  expect(registration.looks).toBe(3);
});

test("once stopped it looks no more", async () => {
  await update.start();
  update.stop();
  page.show("visible");
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(serviceWorkers.registration.looks).toBe(0);
});
