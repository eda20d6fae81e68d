import {
  afterWrongPassphrase,
  MOST_WRONG_PASSPHRASES,
  waitLeftMs,
  wrongPassphrasesNow,
} from "#core/lock/passphrase-tries";
import type { Clock } from "#core/ports";
import { err, ok, type Result } from "#core/result";
import type { Keyring } from "#core/sealed/keyring";
import type { DidNotOpen, NoSuchSlot } from "#platform/sealing/keyring-work";
import type { PeopleHere } from "#storage/people";
import type { StorageError } from "#storage/storage-error";

/** Why a passphrase did not do. */
export type TryError =
  /** It was another. `waitMs` until the next may be tried, and how many more may be wrong. */
  | { readonly type: "WrongPassphrase"; readonly waitMs: number; readonly left: number }
  /** Nothing was tried: a wrong one came too short a while ago. */
  | { readonly type: "Wait"; readonly waitMs: number }
  /** It was the last of ten wrong ones: its slot is gone. What is sealed stays as it lies. */
  | { readonly type: "Erased" }
  | NoSuchSlot
  | StorageError;

/** Tries passphrases, one at a time on this device, and counts them. */
export interface Tries {
  readonly tryPassphrase: <T>(
    userId: string,
    work: (keyring: Keyring) => Promise<Result<T, DidNotOpen>>,
  ) => Promise<Result<T, TryError>>;
  /** How long until the next may be tried; a clock that was set back makes it no longer than it was to be. */
  readonly waitMs: (userId: string) => Promise<Result<number, StorageError>>;
}

export interface TriesDeps {
  readonly people: Pick<PeopleHere, "changeKeyring">;
  readonly clock: Clock;
  /** One at a time, in whatever window: two windows are not two chances. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

interface Counted {
  readonly before: Keyring;
  readonly erased: boolean;
  readonly waitMs: number;
  readonly left: number;
}

const NONE = { count: 0, waitUntilMs: 0 };

/**
 * Counts passphrases before they are tried, where whoever closes the window cannot take it back.
 *
 * Laws   1. a try is counted, and at the tenth the slot erased, in one transaction before anything is derived
 *        2. the right one, were it the tenth, leaves everything as it was, and no count
 *        3. while there is a wait nothing is tried, in no window, after no reload
 *        4. nothing but this person's keyring is touched, and of that nothing but the slot and the count
 *        5. a device that could not do the work has tried nothing: the try is given back
 * (tests/unit/ui/app/tries.test.ts)
 */
export const createTries = ({ people, clock, inTurn }: TriesDeps): Tries => {
  /** Takes one try from the keyring; gives the keyring as it was, to try it on. */
  const count = async (userId: string): Promise<Result<Counted, TryError>> => {
    let counted: Result<Counted, TryError> = err({ type: "NoSuchSlot" });
    const kept = await people.changeKeyring(userId, (keyring) => {
      if (keyring?.passphrase === undefined) return undefined;
      const nowMs = clock.nowMs();
      const wrong = wrongPassphrasesNow(keyring.wrong ?? NONE, nowMs);
      const waitMs = waitLeftMs(wrong, nowMs);
      if (waitMs > 0) {
        counted = err({ type: "Wait", waitMs });
        return { ...keyring, wrong: { ...wrong } };
      }
      const after = afterWrongPassphrase(wrong, nowMs);
      const left = MOST_WRONG_PASSPHRASES - after.wrong.count;
      counted = ok({ before: keyring, erased: after.erase, left, waitMs: waitLeftMs(after.wrong, nowMs) });
      const { passphrase, ...rest } = { ...keyring, wrong: { ...after.wrong } };
      return after.erase ? rest : { ...rest, passphrase };
    });
    return kept.ok ? counted : kept;
  };

  return {
    tryPassphrase: (userId, work) =>
      inTurn(async () => {
        const counted = await count(userId);
        if (!counted.ok) return counted;
        const { before, erased, left, waitMs } = counted.value;
        const tried = await work(before);
        if (tried.ok) {
          const kept = await people.changeKeyring(userId, (now) => {
            if (now === undefined) return undefined;
            const { wrong: _wrong, ...rest } = now;
            return { ...rest, passphrase: now.passphrase ?? before.passphrase };
          });
          return kept.ok ? tried : kept;
        }
        if (tried.error.type === "NoSuchSlot") return err(tried.error);
        if (tried.error.type === "Unknown") {
          const kept = await people.changeKeyring(userId, (now) => {
            if (now === undefined) return undefined;
            const { wrong: _counted, ...rest } = now;
            const wrong = before.wrong === undefined ? {} : { wrong: before.wrong };
            return { ...rest, ...wrong, passphrase: now.passphrase ?? before.passphrase };
          });
          return kept.ok ? err(tried.error) : kept;
        }
        return err(erased ? { type: "Erased" } : { type: "WrongPassphrase", waitMs, left });
      }),
    waitMs: async (userId) => {
      let leftMs = 0;
      const kept = await people.changeKeyring(userId, (keyring) => {
        if (keyring?.wrong === undefined || keyring.passphrase === undefined) return undefined;
        const nowMs = clock.nowMs();
        const wrong = wrongPassphrasesNow(keyring.wrong, nowMs);
        leftMs = waitLeftMs(wrong, nowMs);
        return wrong.waitUntilMs === keyring.wrong.waitUntilMs ? undefined : { ...keyring, wrong: { ...wrong } };
      });
      return kept.ok ? ok(leftMs) : kept;
    },
  };
};
