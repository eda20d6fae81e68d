import type { OwnKeys } from "../own-keys";

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
  /** Whether a passkey of theirs opens this device now: one may be added or removed at any time. */
  readonly hasPasskey: () => Promise<boolean>;
  readonly withPasskey: () => Promise<"right" | "failed">;
}

/** Tries a passphrase or a passkey on the keyring that it opens. A wrong passphrase counts as it does on the way in. */
export const createUncover = (ownKeys: Pick<OwnKeys, "read" | "prove" | "proveByPasskey">): Uncover => ({
  hasPasskey: async () => {
    const ways = await ownKeys.read();
    return ways.ok && ways.value.passkeys.length > 0;
  },
  withPasskey: async () => ((await ownKeys.proveByPasskey()).ok ? "right" : "failed"),
  withPassphrase: async (typed) => {
    const proved = await ownKeys.prove(typed);
    if (proved.ok) return { kind: "right" };
    switch (proved.error.type) {
      case "WrongPassphrase":
        return { kind: "wrong", waitMs: proved.error.waitMs };
      case "Wait":
        return { kind: "wait", waitMs: proved.error.waitMs };
      case "Erased":
      case "NoSuchSlot":
        return { kind: "erased" };
      default:
        return { kind: "failed" };
    }
  },
});
