import type { KeyringWork } from "#platform/sealing/keyring-work";
import type { PeopleHere } from "#storage/people";
import type { PractitionerCheck } from "./practitioner-check";

export interface PassphraseCheckDeps {
  readonly userId: string;
  readonly people: Pick<PeopleHere, "everyone">;
  readonly work: Pick<KeyringWork, "openWithPassphrase">;
}

/** A guess a second at most, beside what the derivation itself takes. */
const WAIT_MS = 1_000;

/** Tells the practitioner by the passphrase of this device, where they have chosen no PIN. */
export const createPassphraseCheck = ({ userId, people, work }: PassphraseCheckDeps): PractitionerCheck => ({
  asks: () => Promise.resolve("passphrase"),
  isHere: async (typed) => {
    const everyone = await people.everyone();
    const keyring = everyone.ok ? everyone.value.find((each) => each.userId === userId)?.keyring : undefined;
    if (keyring === undefined) return { kind: "failed" };
    const opened = await work.openWithPassphrase(userId, keyring, typed);
    return opened.ok ? { kind: "here" } : { kind: "wrong", asks: "passphrase", waitMs: WAIT_MS };
  },
});
