/** What the practitioner types to show that it is them: the PIN once they chose one, else the passphrase of the device. */
export type Asked = "pin" | "passphrase";

/**
 * The answer to what was typed.
 *
 * Shape  after a wrong one, `asks` is what is asked next: too many wrong PINs ask for the passphrase.
 * Units  `waitMs` is how long until the next try counts.
 */
export type PractitionerShown =
  | { readonly kind: "here" }
  | { readonly kind: "wrong"; readonly asks: Asked; readonly waitMs: number }
  | { readonly kind: "failed" };

/** Tells the practitioner from everybody else at the table. It opens nothing that is locked. */
export interface PractitionerCheck {
  readonly asks: () => Promise<Asked>;
  readonly isHere: (typed: string) => Promise<PractitionerShown>;
  /** Whether a passkey of theirs may be used in its place. */
  readonly hasPasskey: () => Promise<boolean>;
  readonly withPasskey: () => Promise<PractitionerShown>;
}
