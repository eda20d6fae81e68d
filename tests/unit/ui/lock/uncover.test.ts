import { expect, test } from "vitest";
import { err, ok } from "#core/result";
import { Keyring } from "#core/sealed/keyring";
import type { OpenKeys } from "#platform/sealing/keyring-work";
import { createUncover } from "../../../../src/ui/app/lock/uncover";
import { createTries } from "../../../../src/ui/app/tries";

const RIGHT = "seven kind otters nap";
const slot = { salt: "c2FsdA==", memoryKiB: 8, passes: 1, wrapped: "a2V5" };

const open = () => {
  const world = {
    nowMs: Date.UTC(2026, 10, 24),
    keyring: Keyring.parse({ epochs: [{ epoch: 1, salt: "c2FsdA==" }], recovery: [], passphrase: slot }),
    passkeys: [] as { credentialId: string }[],
    isPasskeyTheirs: true,
  };
  const tries = createTries({
    clock: { nowMs: () => world.nowMs },
    inTurn: (work) => work(),
    people: {
      changeKeyring: async (_userId, change) => {
        world.keyring = change(world.keyring) ?? world.keyring;
        return ok(world.keyring);
      },
    },
  });
  const uncover = createUncover({
    prove: async (typed) => {
      const proved = await tries.tryPassphrase("grace", async ({ passphrase }) => {
        if (passphrase === undefined) return err({ type: "NoSuchSlot" });
        return typed === RIGHT ? ok({} as OpenKeys) : err({ type: "DoesNotOpenIt" });
      });
      return proved.ok ? ok(undefined) : proved;
    },
    read: async () => ok({ hasPassphrase: true, passkeys: world.passkeys, mayAddPasskey: true }),
    proveByPasskey: async () => (world.isPasskeyTheirs ? ok(undefined) : err({ type: "TurnedAway" })),
  });
  return { world, uncover };
};

test("the passphrase of this device uncovers, and forgets the wrong ones before it", async () => {
  const { world, uncover } = open();
  expect(await uncover.withPassphrase("another")).toEqual({ kind: "wrong", waitMs: 1_000 });
  expect(world.keyring.wrong?.count).toBe(1);
  expect(await uncover.withPassphrase(RIGHT)).toEqual({ kind: "wait", waitMs: 1_000 });
  world.nowMs += 1_000;
  expect(await uncover.withPassphrase(RIGHT)).toEqual({ kind: "right" });
  expect(world.keyring.wrong).toBeUndefined();
});

test("a clock set back by a year makes nobody wait for a year", async () => {
  const { world, uncover } = open();
  await uncover.withPassphrase("another");
  world.nowMs -= 365 * 24 * 3_600_000;
  expect(await uncover.withPassphrase(RIGHT)).toEqual({ kind: "wait", waitMs: 1_000 });
  world.nowMs += 1_000;
  expect(await uncover.withPassphrase(RIGHT)).toEqual({ kind: "right" });
});

test("the tenth wrong one erases the passphrase's slot, and nothing else of the keyring", async () => {
  const { world, uncover } = open();
  const { passphrase: _gone, ...others } = world.keyring;
  for (let each = 0; each < 9; each += 1) {
    expect((await uncover.withPassphrase("another")).kind).toBe("wrong");
    world.nowMs += 3_600_000;
  }
  expect(await uncover.withPassphrase("another")).toEqual({ kind: "erased" });
  expect(world.keyring).toMatchObject(others);
  expect(world.keyring.passphrase).toBeUndefined();
  world.nowMs += 3_600_000;
  expect(await uncover.withPassphrase(RIGHT)).toEqual({ kind: "erased" });
});

test("a passkey is offered from when one is added until it is removed, and only one that opens this device uncovers", async () => {
  const { world, uncover } = open();
  expect(await uncover.hasPasskey()).toBe(false);
  world.passkeys = [{ credentialId: "a key" }];
  expect(await uncover.hasPasskey()).toBe(true);
  expect(await uncover.withPasskey()).toBe("right");
  world.isPasskeyTheirs = false;
  expect(await uncover.withPasskey()).toBe("failed");
  world.passkeys = [];
  expect(await uncover.hasPasskey()).toBe(false);
});
