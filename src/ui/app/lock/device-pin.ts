import { asTyped, choosePin, type KeptPin, type PinFault } from "#core/lock/pin";
import { afterWrongPin, NO_WRONG_PINS, pinAsk, type PinAsk, type PinTries } from "#core/lock/pin-tries";
import { createObserved, type Observed } from "#core/observed";
import { err, type Result } from "#core/result";
import type { DeviceSettingsHere } from "#storage/device-settings";
import type { StorageError } from "#storage/storage-error";
import type { LockChannel } from "./lock-channel";

/** What a typed PIN was. `asks-passphrase` stands until somebody proves who they are in another way. */
export type PinAnswer =
  | { readonly kind: "right" }
  | { readonly kind: "wrong"; readonly ask: PinAsk }
  | Exclude<PinAsk, { readonly kind: "may-try" }>
  | { readonly kind: "no-pin" };

/**
 * The PIN of whoever works here, on this device. It uncovers what is open already, and lets out of what was handed over;
 * it opens nothing that is locked.
 */
export interface DevicePin {
  readonly hasPin: () => Promise<boolean>;
  /** Wrong ones count, whoever asked for the PIN. */
  readonly checkPin: (typed: string) => Promise<PinAnswer>;
  readonly keepPin: (typed: string) => Promise<Result<void, PinFault | StorageError>>;
  readonly removePin: () => Promise<Result<void, StorageError>>;
  /** Whether a PIN may be typed now, or when. */
  readonly tries: Observed<PinTries>;
  /** They have proved by passphrase or passkey who they are: the PIN may be tried again. */
  readonly forgetWrongPins: () => void;
}

/** How slow the hash of a PIN is: memory in KiB and passes over it, as Argon2id counts them. */
export type HashCost = Pick<KeptPin, "memoryKiB" | "passes">;

export interface DevicePinDeps {
  readonly kept: DeviceSettingsHere;
  readonly steadyMs: () => number;
  readonly channel: LockChannel;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** In base64, as the salt is. */
  readonly slowHash: (secret: string, salt: string, cost: HashCost) => Promise<string>;
}

const COST: HashCost = { memoryKiB: 64 * 1024, passes: 3 };
const SALT_BYTES = 16;

export const createDevicePin = ({ kept, steadyMs, channel, fillRandom, slowHash }: DevicePinDeps): DevicePin => {
  const tries = createObserved(NO_WRONG_PINS);
  channel.subscribe((message) => {
    if (message === "wrong-pin") tries.set(afterWrongPin(tries.get(), steadyMs()));
  });
  const keptPin = async (): Promise<KeptPin | undefined> => {
    const pin = await kept.pin();
    // What cannot be read uncovers nothing; the passphrase does.
    return pin.ok ? pin.value : undefined;
  };
  return {
    tries,
    hasPin: async () => (await keptPin()) !== undefined,
    checkPin: async (typed) => {
      const ask = pinAsk(tries.get(), steadyMs());
      if (ask.kind !== "may-try") return ask;
      const pin = await keptPin();
      if (pin === undefined) return { kind: "no-pin" };
      // Counted before it is known: whoever closes the window in between has tried too.
      const counted = afterWrongPin(tries.get(), steadyMs());
      tries.set(counted);
      if ((await slowHash(asTyped(typed), pin.salt, pin)) === pin.hash) {
        tries.set(NO_WRONG_PINS);
        return { kind: "right" };
      }
      channel.tell("wrong-pin");
      return { kind: "wrong", ask: pinAsk(counted, steadyMs()) };
    },
    keepPin: async (typed) => {
      const chosen = choosePin(typed);
      if (!chosen.ok) return chosen;
      const salt = newSalt(fillRandom);
      return kept.keepPin({ ...COST, salt, hash: await slowHash(chosen.value, salt, COST) });
    },
    removePin: () => kept.keepPin(undefined),
    forgetWrongPins: () => {
      tries.set(NO_WRONG_PINS);
    },
  };
};
