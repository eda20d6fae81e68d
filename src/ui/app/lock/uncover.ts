/** What a typed passphrase was. After ten wrong ones it is erased, and opens this device no more. */
export type PassphraseAnswer =
  | { readonly kind: "right" }
  /** `waitMs` until the next may be tried. */
  | { readonly kind: "wrong" | "wait"; readonly waitMs: number }
  | { readonly kind: "erased" };

/** The ways to prove who works here while this device is unlocked, beside the PIN. They open nothing themselves. */
export interface Uncover {
  readonly withPassphrase: (passphrase: string) => Promise<PassphraseAnswer>;
  /** Only where a passkey of theirs opens this device. */
  readonly withPasskey?: () => Promise<"right" | "failed">;
}
