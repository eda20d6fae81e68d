import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { MOST_WRONG_PINS } from "#core/lock/pin-tries";
import type { RowCodec } from "#core/sealed/row-codec";
import { utf8 } from "#platform/sealing/bytes";
import { createDeviceSettings, type DeviceSettingsHere } from "#storage/device-settings";
import { openDatabase } from "#storage/open-database";
import { createDevicePin, type DevicePin } from "../../../../src/ui/app/lock/device-pin";
import { createLockChannel } from "../../../../src/ui/app/lock/lock-channel";
import { plainRows } from "../../../support/plain-rows";
import { valueOf } from "../../../support/value-of";
import { windowsTogether } from "../../../support/windows-together";

const PIN = "384921";

interface Window {
  readonly pin: DevicePin;
  readonly kept: DeviceSettingsHere;
  nowMs: number;
}

const open = async (channel = windowsTogether()(), codec: RowCodec = plainRows): Promise<Window> => {
  const connection = valueOf(await openDatabase({ databaseName: "grace", factory: new IDBFactory() }));
  return openOn(createDeviceSettings({ connection, codec }), channel);
};
const openOn = (kept: DeviceSettingsHere, channel: ReturnType<ReturnType<typeof windowsTogether>>): Window => {
  const opened: Window = {
    nowMs: 5_000,
    kept,
    pin: createDevicePin({
      kept,
      channel: createLockChannel(channel),
      steadyMs: () => opened.nowMs,
      derive: async (typed, salt) => utf8(`slow ${typed} ${salt.join()}`),
    }),
  };
  return opened;
};

const waitItOut = (window: Window): void => {
  window.nowMs += 60_000;
};

describe("a PIN for this device", () => {
  test("is right however it is spaced, and another is wrong", async () => {
    const window = await open();
    expect(await window.pin.hasPin()).toBe(false);
    expect(await window.pin.checkPin(PIN)).toEqual({ kind: "no-pin" });
    expect(await window.pin.keepPin(PIN)).toEqual({ ok: true, value: undefined });
    expect(await window.pin.hasPin()).toBe(true);
    expect(await window.pin.checkPin("384 921")).toEqual({ kind: "right" });
    expect((await window.pin.checkPin("384922")).kind).toBe("wrong");
  });

  test("lies nowhere in the open: neither the digits nor anything that is the same on two devices", async () => {
    const written: string[] = [];
    const codec: RowCodec = {
      ...plainRows,
      encode: (at, content) => {
        written.push(content);
        return plainRows.encode(at, content);
      },
    };
    for (const each of [await open(undefined, codec), await open(undefined, codec)]) await each.pin.keepPin(PIN);
    expect(written).toHaveLength(2);
    expect(written[0]).not.toContain(PIN);
    expect(written[0]).not.toBe(written[1]);
  });

  test("too short a one is not kept, and the one before stays", async () => {
    const window = await open();
    await window.pin.keepPin(PIN);
    expect(await window.pin.keepPin("12345")).toEqual({ ok: false, error: { type: "TooFewDigits" } });
    expect(await window.pin.checkPin(PIN)).toEqual({ kind: "right" });
  });

  test("once it is removed, there is none", async () => {
    const window = await open();
    await window.pin.keepPin(PIN);
    await window.pin.removePin();
    expect(await window.pin.checkPin(PIN)).toEqual({ kind: "no-pin" });
  });

  test("is not even tried while there is a wait, and two tries at once are one", async () => {
    const window = await open();
    await window.pin.keepPin(PIN);
    const both = await Promise.all([window.pin.checkPin("111222"), window.pin.checkPin(PIN)]);
    expect(both.map(({ kind }) => kind)).toEqual(["wrong", "wait"]);
    expect((await window.pin.checkPin(PIN)).kind).toBe("wait");
    waitItOut(window);
    expect(await window.pin.checkPin(PIN)).toEqual({ kind: "right" });
  });

  test("after five wrong ones the right one is no way in, until they have proved in another way who they are", async () => {
    const window = await open();
    await window.pin.keepPin(PIN);
    for (let each = 0; each < MOST_WRONG_PINS; each += 1) {
      expect((await window.pin.checkPin("111222")).kind).toBe("wrong");
      waitItOut(window);
    }
    expect(await window.pin.checkPin(PIN)).toEqual({ kind: "asks-passphrase" });
    window.pin.forgetWrongPins();
    expect(await window.pin.checkPin(PIN)).toEqual({ kind: "right" });
  });

  test("two windows are not two chances, also where both try in the same moment", async () => {
    const channels = windowsTogether();
    const first = await open(channels());
    const second = openOn(first.kept, channels());
    await first.pin.keepPin(PIN);
    for (let n = 0; n < MOST_WRONG_PINS && first.pin.mayTry() && second.pin.mayTry(); n += 1) {
      await Promise.all([first.pin.checkPin("384900"), second.pin.checkPin("384901")]);
      waitItOut(first);
      waitItOut(second);
      // Each round is two, in whichever window.
      expect([first.pin.mayTry(), second.pin.mayTry()]).toEqual(n < 2 ? [true, true] : [false, false]);
    }
  });

  test("two windows are not two chances", async () => {
    const channels = windowsTogether();
    const one = await open(channels());
    await one.pin.keepPin(PIN);
    const other = openOn(one.kept, channels());
    for (let each = 0; each < MOST_WRONG_PINS; each += 1) {
      await (each % 2 === 0 ? one : other).pin.checkPin("111222");
      waitItOut(one);
      waitItOut(other);
    }
    expect(await one.pin.checkPin(PIN)).toEqual({ kind: "asks-passphrase" });
    expect(await other.pin.checkPin(PIN)).toEqual({ kind: "asks-passphrase" });
  });
});
