import { expect, test, vi } from "vitest";
import { USUAL_LOCK_SETTINGS } from "#core/lock/lock-settings";
import { createObserved } from "#core/observed";
import type { SyncStatus } from "#sync/runner";
import { createLock } from "../../../../src/ui/app/lock/create-lock";
import { createLockChannel } from "../../../../src/ui/app/lock/lock-channel";
import { tellWhatEnded } from "../../../../src/ui/app/lock/tell-what-ended";
import { windowsTogether } from "../../../support/windows-together";

const KNOWN: SyncStatus = { kind: "all-delivered", atMs: 0 };
const UNKNOWN: SyncStatus = { kind: "signed-out" };

const aWindow = () => {
  const status = createObserved<SyncStatus>({ kind: "not-yet" });
  const drop = vi.fn<() => void>();
  const lock = createLock({
    now: () => ({ steadyMs: 0, wallMs: 0 }),
    channel: createLockChannel(windowsTogether()()),
    readSettings: async () => USUAL_LOCK_SETTINGS,
    drop,
  });
  tellWhatEnded({ status }, lock);
  return { lock, drop, serverSays: status.set, kind: () => lock.state.get().kind };
};

test("HAZ-18 a sign-in that ends during a visit changes nothing until the visit is left, and locks then", () => {
  const { lock, drop, serverSays, kind } = aWindow();
  serverSays(KNOWN);
  lock.visitOpened("a");
  serverSays(UNKNOWN);
  lock.heard("active");
  expect(kind()).toBe("open");
  expect(drop).not.toHaveBeenCalled();
  lock.visitLeft();
  expect(kind()).toBe("locked");
  expect(drop).toHaveBeenCalledOnce();
});

test("HAZ-18 a connection that goes and comes back during a visit ends nothing", () => {
  const { lock, serverSays, kind } = aWindow();
  serverSays(KNOWN);
  serverSays({ kind: "no-connection" });
  lock.visitOpened("a");
  serverSays(KNOWN);
  lock.visitLeft();
  expect(kind()).toBe("open");
});

test("HAZ-18 a device that is unlocked after the sign-in has ended is not locked again for it", () => {
  const { serverSays, kind } = aWindow();
  serverSays(UNKNOWN);
  serverSays({ kind: "no-connection" });
  serverSays(UNKNOWN);
  expect(kind()).toBe("open");
});

test("HAZ-18 a server that cannot be reached, or is in trouble, ends no sign-in", () => {
  const { serverSays, kind } = aWindow();
  serverSays(KNOWN);
  for (const each of ["no-connection", "server-trouble", "device-trouble", "busy"] as const) serverSays({ kind: each });
  expect(kind()).toBe("open");
});

test("outside a visit a sign-in that ends locks at once", () => {
  const { serverSays, kind } = aWindow();
  serverSays({ kind: "some-left", waiting: 1, needPerson: 0 });
  serverSays(UNKNOWN);
  expect(kind()).toBe("locked");
});
