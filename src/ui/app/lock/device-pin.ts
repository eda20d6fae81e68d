import { asTyped, choosePin, type KeptPin, type PinFault } from "#core/lock/pin";
import { afterWrongPin, NO_WRONG_PINS, pinAsk, type PinAsk, type PinTries } from "#core/lock/pin-tries";
import type { Result } from "#core/result";
import { fromBase64, randomBytes, toBase64 } from "#platform/sealing/bytes";
import { type DeriveSecret, NEW_COST } from "#platform/sealing/deriving";
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
  /** Not after five wrong ones. */
  readonly mayTry: () => boolean;
  /** They have proved by passphrase or passkey who they are: the PIN may be tried again. */
  readonly forgetWrongPins: () => void;
}

export interface DevicePinDeps {
  readonly kept: DeviceSettingsHere;
  readonly steadyMs: () => number;
  readonly channel: LockChannel;
  /** As slow as for a passphrase. */
  readonly derive: DeriveSecret;
}

const SALT_BYTES = 16;

export const createDevicePin = ({ kept, steadyMs, channel, derive }: DevicePinDeps): DevicePin => {
  let tries: PinTries = NO_WRONG_PINS;
  channel.subscribe((message) => {
    if (message === "wrong-pin") tries = afterWrongPin(tries, steadyMs());
  });
  const keptPin = async (): Promise<KeptPin | undefined> => {
    const pin = await kept.pin();
    // What cannot be read uncovers nothing; the passphrase does.
    return pin.ok ? pin.value : undefined;
  };
  return {
    mayTry: () => pinAsk(tries, steadyMs()).kind !== "asks-passphrase",
    hasPin: async () => (await keptPin()) !== undefined,
    checkPin: async (typed) => {
      const before = tries;
      const ask = pinAsk(before, steadyMs());
      if (ask.kind !== "may-try") return ask;
      // Counted before it is known: two at once are not two chances.
      tries = afterWrongPin(before, steadyMs());
      const pin = await keptPin();
      if (pin === undefined) {
        tries = before;
        return { kind: "no-pin" };
      }
      const hash = await derive(asTyped(typed), fromBase64(pin.salt), pin);
      if (toBase64(hash) === pin.hash) {
        tries = NO_WRONG_PINS;
        return { kind: "right" };
      }
      channel.tell("wrong-pin");
      // The wait begins with the answer, however slow this device is; what other windows counted meanwhile stays counted.
      tries = afterWrongPin({ ...tries, wrong: tries.wrong - 1 }, steadyMs());
      return { kind: "wrong", ask: pinAsk(tries, steadyMs()) };
    },
    keepPin: async (typed) => {
      const chosen = choosePin(typed);
      if (!chosen.ok) return chosen;
      const salt = randomBytes(SALT_BYTES);
      const hash = await derive(chosen.value, salt, NEW_COST);
      return kept.keepPin({ ...NEW_COST, salt: toBase64(salt), hash: toBase64(hash) });
    },
    removePin: () => kept.keepPin(undefined),
    forgetWrongPins: () => {
      tries = NO_WRONG_PINS;
    },
  };
};
