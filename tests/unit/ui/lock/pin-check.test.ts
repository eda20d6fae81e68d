import { expect, test } from "vitest";
import type { DevicePin, PinAnswer } from "../../../../src/ui/app/lock/device-pin";
import { createPinCheck } from "../../../../src/ui/app/lock/pin-check";
import type { Uncover } from "../../../../src/ui/app/lock/uncover";

const open = (hasPin: boolean) => {
  const world = {
    answer: { kind: "right" } as PinAnswer,
    mayTry: true,
    forgotten: 0,
    passkey: "right" as "right" | "failed",
  };
  const pin: DevicePin = {
    hasPin: async () => hasPin,
    mayTry: () => world.mayTry,
    checkPin: async () => world.answer,
    keepPin: async () => ({ ok: true, value: undefined }),
    removePin: async () => ({ ok: true, value: undefined }),
    forgetWrongPins: () => {
      world.forgotten += 1;
    },
  };
  const uncover: Uncover = {
    withPassphrase: async (typed) => (typed === "otters" ? { kind: "right" } : { kind: "wrong", waitMs: 2_000 }),
    hasPasskey: async () => true,
    withPasskey: async () => world.passkey,
  };
  return { world, check: createPinCheck(pin, uncover) };
};

test("who chose no PIN is told by the passphrase", async () => {
  const { check } = open(false);
  expect(await check.asks()).toBe("passphrase");
  expect(await check.isHere("otters")).toEqual({ kind: "here" });
  expect(await check.isHere("another")).toEqual({ kind: "wrong", asks: "passphrase", waitMs: 2_000 });
});

test("who chose a PIN is told by it, and waits after a wrong one", async () => {
  const { check, world } = open(true);
  expect(await check.isHere("384921")).toEqual({ kind: "here" });
  world.answer = { kind: "wrong", ask: { kind: "wait", waitMs: 5_000 } };
  expect(await check.isHere("111222")).toEqual({ kind: "wrong", asks: "pin", waitMs: 5_000 });
});

test("after the fifth wrong PIN the passphrase is asked, and the right one makes up for them", async () => {
  const { check, world } = open(true);
  world.answer = { kind: "wrong", ask: { kind: "asks-passphrase" } };
  world.mayTry = false;
  expect(await check.isHere("another")).toEqual({ kind: "wrong", asks: "passphrase", waitMs: 2_000 });
  expect(await check.isHere("otters")).toEqual({ kind: "here" });
  expect(world.forgotten).toBe(1);
});

test("a passkey tells them too, and makes up for wrong PINs; one that does not answer tells nobody", async () => {
  const { check, world } = open(true);
  world.passkey = "failed";
  expect(await check.withPasskey()).toEqual({ kind: "failed" });
  expect(world.forgotten).toBe(0);
  world.passkey = "right";
  expect(await check.withPasskey()).toEqual({ kind: "here" });
  expect([await check.hasPasskey(), world.forgotten]).toEqual([true, 1]);
});
