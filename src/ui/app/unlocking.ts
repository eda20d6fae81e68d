import { err, ok, type Result } from "#core/result";
import type { AreaKey, Keyring } from "#core/sealed/keyring";
import type { KeyringWork, OpenKeys, PasskeyAnswer } from "#platform/sealing/keyring-work";
import type { NoPasskey, Passkeys } from "#platform/sealing/passkey";
import type { PeopleHere, PersonOnDevice } from "#storage/people";
import type { StorageError } from "#storage/storage-error";
import type { Tries, TryError } from "./tries";

/** Why a device did not open. `DoesNotOpenIt` is a passkey of something else. */
export type UnlockError = TryError | { readonly type: "DoesNotOpenIt" } | { readonly type: "NotOnThisDevice" };

/** The ways into what is kept on this device. */
export interface Unlocking {
  /** Everyone who may unlock here, or has still to choose how; who is here first. */
  readonly everyone: () => Promise<Result<readonly PersonOnDevice[], StorageError>>;
  readonly withPassphrase: (userId: string, typed: string) => Promise<Result<void, UnlockError>>;
  /** Asks for one of this person's passkeys. It may still be of something else. */
  readonly askPasskey: (userId: string) => Promise<Result<PasskeyAnswer, UnlockError | NoPasskey>>;
  readonly withPasskey: (userId: string, answer: PasskeyAnswer) => Promise<Result<void, UnlockError>>;
  /** Chooses the passphrase for this device, and opens the families. */
  readonly enrol: (userId: string, passphrase: string) => Promise<Result<void, UnlockError>>;
  /** Chooses another passphrase by a passkey, after the last was erased, and opens the families. */
  readonly chooseAnother: (
    userId: string,
    answer: PasskeyAnswer,
    passphrase: string,
  ) => Promise<Result<void, UnlockError>>;
  /** How long until this person may try a passphrase again. */
  readonly waitMs: Tries["waitMs"];
}

export interface UnlockingDeps {
  readonly people: PeopleHere;
  readonly work: KeyringWork;
  readonly tries: Tries;
  readonly passkeys: Pick<Passkeys, "ask">;
  /** One at a time, in whatever window; never within itself. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
  /** Whether a window has this person's families open. */
  readonly isOpenElsewhere: (userId: string) => Promise<boolean>;
  /** Shows the families of whoever has opened them. */
  readonly open: (person: PersonOnDevice, keys: OpenKeys) => Promise<void>;
  /** Somebody else than before is here now: other windows close. */
  readonly changed: () => void;
}

/**
 * Opens what is kept on this device.
 *
 * [Note: A new epoch is made alone] All windows of a person write under the newest key that they know. A key is added
 * only while no other window of theirs is open, so that they all know the same one: none writes what another cannot
 * read, and an old key that nothing lies under any more can be let go.
 *
 * Laws   1. nobody's keyring is touched but that of whoever asks
 *        2. drafts and what waits are sealed to the area too, from the first unlock at which its key is known
 *        3. after another passphrase or another area key, the next unlock writes under a new key
 * (tests/unit/ui/app/unlocking.test.ts)
 */
export const createUnlocking = (deps: UnlockingDeps): Unlocking => {
  const { people, work, tries, open, changed } = deps;
  const find = async (userId: string): Promise<Result<PersonOnDevice, UnlockError>> => {
    const everyone = await people.everyone();
    if (!everyone.ok) return everyone;
    const person = everyone.value.find((each) => each.userId === userId);
    return person === undefined ? err({ type: "NotOnThisDevice" }) : ok(person);
  };

  const openFor = async (person: PersonOnDevice, keys: OpenKeys): Promise<Result<void, StorageError>> => {
    if (!person.isHere) {
      const here = await people.comes(person);
      if (!here.ok) return here;
      changed();
    }
    await open(person, keys);
    return ok(undefined);
  };

  /** Gives the keys that are to be read and written under from now on. */
  const newestOf = async (
    { userId, areaKey }: PersonOnDevice,
    keyring: Keyring,
    keys: OpenKeys,
  ): Promise<Result<OpenKeys, StorageError>> => {
    const all = await work.keysOfAll(keyring, keys);
    if (!isToRenew(keyring, areaKey) || (await deps.isOpenElsewhere(userId))) return ok(all);
    const made = await work.newEpoch(keyring, all, areaKey);
    const kept = await people.changeKeyring(userId, (now) => {
      if (now === undefined) return undefined;
      const { renew: _done, ...rest } = now;
      return { ...rest, epochs: made.keyring.epochs, recovery: made.keyring.recovery };
    });
    return kept.ok ? ok(made.keys) : kept;
  };

  /** In turn: another window that opens at the same moment finds the epochs that this one leaves. */
  const enter = (userId: string, keys: OpenKeys): Promise<Result<void, UnlockError>> =>
    deps.inTurn(async () => {
      const person = await find(userId);
      if (!person.ok) return person;
      if (person.value.keyring === undefined) return err({ type: "NoSuchSlot" });
      const newest = await newestOf(person.value, person.value.keyring, keys);
      return newest.ok ? openFor(person.value, newest.value) : newest;
    });

  const keyringOf = async (userId: string): Promise<Result<Keyring, UnlockError>> => {
    const person = await find(userId);
    if (!person.ok) return person;
    return person.value.keyring === undefined ? err({ type: "NoSuchSlot" }) : ok(person.value.keyring);
  };

  const withPasskey: Unlocking["withPasskey"] = async (userId, answer) => {
    const keyring = await keyringOf(userId);
    if (!keyring.ok) return keyring;
    const keys = await work.openWithPasskey(userId, keyring.value, answer);
    return keys.ok ? enter(userId, keys.value) : keys;
  };

  return {
    everyone: people.everyone,
    waitMs: tries.waitMs,
    withPassphrase: async (userId, typed) => {
      const keys = await tries.tryPassphrase(userId, (keyring) => work.openWithPassphrase(userId, keyring, typed));
      return keys.ok ? enter(userId, keys.value) : keys;
    },
    askPasskey: async (userId) => {
      const keyring = await keyringOf(userId);
      return keyring.ok ? deps.passkeys.ask(keyring.value.passkeys) : keyring;
    },
    withPasskey,
    chooseAnother: async (userId, answer, passphrase) => {
      const keyring = await keyringOf(userId);
      if (!keyring.ok) return keyring;
      const way = { kind: "passkey", answer } as const;
      const made = await work.changePassphrase(userId, keyring.value, way, passphrase);
      if (!made.ok) return made;
      const kept = await people.changeKeyring(userId, (now) => now && withPassphraseOf(now, made.value));
      return kept.ok ? withPasskey(userId, answer) : kept;
    },
    enrol: async (userId, passphrase) => {
      const person = await find(userId);
      if (!person.ok) return person;
      if (person.value.keyring !== undefined) return err({ type: "NoSuchSlot" });
      const made = await work.enrol({ userId, passphrase, areaKey: person.value.areaKey });
      const kept = await people.changeKeyring(userId, (now) => (now === undefined ? made.keyring : undefined));
      if (!kept.ok) return kept;
      // Another window chose first: its passphrase is the one that counts.
      if (kept.value?.epochs[0]?.salt !== made.keyring.epochs[0]?.salt) return err({ type: "DoesNotOpenIt" });
      return openFor(person.value, made.keys);
    },
  };
};

/** A keyring with the passphrase's slot of another, and nothing counted against it. */
export const withPassphraseOf = (keyring: Keyring, { passphrase }: Keyring): Keyring => {
  const { wrong: _wrong, ...rest } = keyring;
  return { ...rest, passphrase, renew: true };
};

const isToRenew = ({ epochs, recovery, renew = false }: Keyring, areaKey: AreaKey | undefined): boolean => {
  if (renew || areaKey === undefined) return renew;
  const newest = epochs.at(-1)?.epoch;
  return !recovery.some(({ epoch, areaKeyId }) => epoch === newest && areaKeyId === areaKey.keyId);
};
