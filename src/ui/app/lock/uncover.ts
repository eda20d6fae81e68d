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
  /** Only where a passkey of theirs opens this device. */
  readonly withPasskey?: () => Promise<"right" | "failed">;
}

/** Tries a passphrase on the keyring that it opens. A wrong one counts as it does on the way in. */
export const createUncover = (ownKeys: Pick<OwnKeys, "prove">): Uncover => ({
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
