import { afterWrongPassphrase, waitLeftMs, wrongPassphrasesNow } from "#core/lock/passphrase-tries";
import type { Clock } from "#core/ports";
import type { KeyringWork } from "#platform/sealing/keyring-work";
import type { PeopleHere } from "#storage/people";

/** What a typed passphrase was. After ten wrong ones it is erased, and opens this device no more. */
export type PassphraseAnswer =
  | { readonly kind: "right" }
  /** `waitMs` until the next may be tried. */
  | { readonly kind: "wrong" | "wait"; readonly waitMs: number }
  | { readonly kind: "erased" }
  | { readonly kind: "failed" };

/** The ways to prove who works here while this device is unlocked, beside the PIN. They open nothing themselves. */
export interface Uncover {
  readonly withPassphrase: (passphrase: string) => Promise<PassphraseAnswer>;
  /** Only where a passkey of theirs opens this device. */
  readonly withPasskey?: () => Promise<"right" | "failed">;
}

export interface UncoverDeps {
  readonly userId: string;
  readonly people: Pick<PeopleHere, "changeKeyring">;
  readonly work: Pick<KeyringWork, "openWithPassphrase">;
  readonly clock: Clock;
}

const NONE = { count: 0, waitUntilMs: 0 };

/** Tries a passphrase on the keyring that it opens. A wrong one counts as it does on the way in. */
export const createUncover = ({ userId, people, work, clock }: UncoverDeps): Uncover => ({
  withPassphrase: async (typed) => {
    // A wait that a clock set back made long is cut short, and kept so: it would begin anew at each try.
    const kept = await people.changeKeyring(
      userId,
      (keyring) => keyring?.wrong && { ...keyring, wrong: { ...wrongPassphrasesNow(keyring.wrong, clock.nowMs()) } },
    );
    if (!kept.ok || kept.value === undefined) return { kind: "failed" };
    const { wrong = NONE } = kept.value;
    const leftMs = waitLeftMs(wrong, clock.nowMs());
    if (leftMs > 0) return { kind: "wait", waitMs: leftMs };
    const opened = await work.openWithPassphrase(userId, kept.value, typed);
    if (opened.ok) {
      await people.changeKeyring(userId, (keyring) => {
        if (keyring === undefined) return undefined;
        const { wrong: _forgotten, ...right } = keyring;
        return right;
      });
      return { kind: "right" };
    }
    if (opened.error.type === "NoSuchSlot") return { kind: "erased" };
    const after = afterWrongPassphrase(wrong, clock.nowMs());
    await people.changeKeyring(userId, (keyring) => {
      if (keyring === undefined) return undefined;
      const { passphrase, ...others } = { ...keyring, wrong: { ...after.wrong } };
      return after.erase || passphrase === undefined ? others : { ...others, passphrase };
    });
    return after.erase ? { kind: "erased" } : { kind: "wrong", waitMs: waitLeftMs(after.wrong, clock.nowMs()) };
  },
});
