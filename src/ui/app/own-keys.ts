import type { Clock } from "#core/ports";
import { err, ok, type Result } from "#core/result";
import type { Keyring, PasskeySlot } from "#core/sealed/keyring";
import type { DoesNotOpenIt, KeyringWork, NoSuchSlot, WayIn } from "#platform/sealing/keyring-work";
import type { NoPasskey, Passkeys } from "#platform/sealing/passkey";
import type { PeopleHere } from "#storage/people";
import type { StorageError } from "#storage/storage-error";
import type { Tries, TryError } from "./tries";
import { withPassphraseOf } from "./unlocking";

/** The ways in that somebody has on this device. */
export interface OwnWaysIn {
  readonly hasPassphrase: boolean;
  readonly passkeys: readonly Pick<PasskeySlot, "credentialId" | "addedAtMs">[];
  readonly mayAddPasskey: boolean;
}

export interface LastWayIn {
  readonly type: "LastWayIn";
}

/** What whoever works here may do to their own ways in. */
export interface OwnKeys {
  readonly read: () => Promise<Result<OwnWaysIn, StorageError>>;
  /** Says whether this is the passphrase; wrong ones count as they do at the entrance. */
  readonly prove: (typed: string) => Promise<Result<void, TryError>>;
  /** Says whether a passkey of theirs opens this device; only where they have one. */
  readonly proveByPasskey: () => Promise<Result<void, NoPasskey | DoesNotOpenIt | NoSuchSlot | StorageError>>;
  /** `old` is left out where it was erased: then a passkey is asked. */
  readonly changePassphrase: (
    old: string | undefined,
    chosen: string,
  ) => Promise<Result<void, TryError | NoPasskey | DoesNotOpenIt>>;
  readonly addPasskey: (passphrase: string) => Promise<Result<void, TryError | NoPasskey>>;
  readonly removePasskey: (credentialId: string) => Promise<Result<void, LastWayIn | StorageError>>;
}

export interface OwnKeysDeps {
  readonly userId: string;
  /** What a passkey is called in the platform's own list. */
  readonly name: string;
  readonly people: PeopleHere;
  readonly work: KeyringWork;
  readonly tries: Tries;
  readonly passkeys: Passkeys;
  readonly clock: Clock;
}

/**
 * Changes somebody's own ways in.
 *
 * Laws   1. whoever changes one shows another first
 *        2. the last way in is never removed
 *        3. another passphrase asks for a new key from the next unlock on
 * (tests/unit/ui/app/own-keys.test.ts)
 */
export const createOwnKeys = ({ userId, name, people, work, tries, passkeys, clock }: OwnKeysDeps): OwnKeys => {
  const keyringNow = async (): Promise<Result<Keyring, NoSuchSlot | StorageError>> => {
    const everyone = await people.everyone();
    if (!everyone.ok) return everyone;
    const keyring = everyone.value.find((person) => person.userId === userId)?.keyring;
    return keyring === undefined ? err({ type: "NoSuchSlot" }) : ok(keyring);
  };
  const change = async (changed: (now: Keyring) => Keyring): Promise<Result<void, StorageError>> => {
    const kept = await people.changeKeyring(userId, (now) => now && changed(now));
    return kept.ok ? ok(undefined) : kept;
  };
  const askPasskey = async () => {
    const keyring = await keyringNow();
    if (!keyring.ok) return keyring;
    const answer = await passkeys.ask(keyring.value.passkeys);
    return answer.ok ? ok({ keyring: keyring.value, answer: answer.value }) : answer;
  };

  return {
    read: async () => {
      const keyring = await keyringNow();
      if (!keyring.ok && keyring.error.type !== "NoSuchSlot") return err(keyring.error);
      return ok({
        hasPassphrase: keyring.ok && keyring.value.passphrase !== undefined,
        passkeys: keyring.ok ? keyring.value.passkeys : [],
        mayAddPasskey: await passkeys.mayBeAdded(),
      });
    },
    prove: async (typed) => {
      const proved = await tries.tryPassphrase(userId, (keyring) => work.openWithPassphrase(userId, keyring, typed));
      return proved.ok ? ok(undefined) : proved;
    },
    proveByPasskey: async () => {
      const asked = await askPasskey();
      if (!asked.ok) return asked;
      const proved = await work.openWithPasskey(userId, asked.value.keyring, asked.value.answer);
      return proved.ok ? ok(undefined) : proved;
    },
    changePassphrase: async (old, chosen) => {
      const changeBy = (keyring: Keyring, way: WayIn) => work.changePassphrase(userId, keyring, way, chosen);
      if (old !== undefined) {
        const made = await tries.tryPassphrase(userId, (keyring) =>
          changeBy(keyring, { kind: "passphrase", typed: old }),
        );
        return made.ok ? change((now) => withPassphraseOf(now, made.value)) : made;
      }
      const asked = await askPasskey();
      if (!asked.ok) return asked;
      const made = await changeBy(asked.value.keyring, { kind: "passkey", answer: asked.value.answer });
      return made.ok ? change((now) => withPassphraseOf(now, made.value)) : made;
    },
    addPasskey: async (passphrase) => {
      const proved = await tries.tryPassphrase(userId, (keyring) =>
        work.openWithPassphrase(userId, keyring, passphrase),
      );
      if (!proved.ok) return proved;
      const before = await keyringNow();
      if (!before.ok) return before;
      const added = await passkeys.add(name, before.value.passkeys);
      if (!added.ok) return added;
      const way = { kind: "passphrase", typed: passphrase } as const;
      const made = await work.addPasskey(userId, before.value, way, added.value);
      if (!made.ok) return err({ type: "NoSuchSlot" });
      const slot = made.value.passkeys.find((each) => each.credentialId === added.value.credentialId);
      if (slot === undefined) return err({ type: "NoSuchSlot" });
      const addedAtMs = clock.nowMs();
      return change((now) => ({ ...now, passkeys: [...without(now.passkeys, slot), { ...slot, addedAtMs }] }));
    },
    removePasskey: async (credentialId) => {
      let isLast = false as boolean; // set in the transaction
      const kept = await people.changeKeyring(userId, (now) => {
        if (now === undefined) return undefined;
        const left = without(now.passkeys, { credentialId });
        isLast = left.length === 0 && now.passphrase === undefined;
        return isLast ? undefined : { ...now, passkeys: left };
      });
      if (!kept.ok) return kept;
      return isLast ? err({ type: "LastWayIn" }) : ok(undefined);
    },
  };
};

const without = <S extends Pick<PasskeySlot, "credentialId">>(
  slots: readonly S[],
  { credentialId }: Pick<PasskeySlot, "credentialId">,
): S[] => slots.filter((each) => each.credentialId !== credentialId);
