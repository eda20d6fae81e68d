import { err, ok, type Result } from "#core/result";
import type { AreaKey, Keyring } from "#core/sealed/keyring";
import type { KeyringWork, OpenKeys, WayIn } from "#platform/sealing/keyring-work";
import type { PeopleHere, PersonOnDevice } from "#storage/people";
import type { StorageError } from "#storage/storage-error";

/** Why a device did not open. `NoSuchSlot` is a way in that this person does not have here. */
export type UnlockError =
  | { readonly type: "DoesNotOpenIt" }
  | { readonly type: "NoSuchSlot" }
  | { readonly type: "NotOnThisDevice" }
  | StorageError;

/** The ways into what is kept on this device. */
export interface Unlocking {
  /** Everyone who may unlock here, or has still to choose how; who is here first. */
  readonly everyone: () => Promise<Result<readonly PersonOnDevice[], StorageError>>;
  /** Opens somebody's families with a way in that they have. */
  readonly unlock: (userId: string, way: WayIn) => Promise<Result<void, UnlockError>>;
  /** Chooses the passphrase for this device, and opens the families. */
  readonly enrol: (userId: string, passphrase: string) => Promise<Result<void, UnlockError>>;
}

export interface UnlockingDeps {
  readonly people: PeopleHere;
  readonly work: KeyringWork;
  /** Shows the families of whoever has opened them. */
  readonly open: (person: PersonOnDevice, keys: OpenKeys) => Promise<void>;
  /** Somebody else than before is here now: other windows close. */
  readonly changed: () => void;
}

/**
 * Opens what is kept on this device.
 *
 * Laws   1. nobody's keyring is touched but that of whoever asks
 *        2. drafts and what waits are sealed to the area too, from the first unlock at which its key is known
 * (tests/unit/ui/unlocking.test.ts)
 */
export const createUnlocking = ({ people, work, open, changed }: UnlockingDeps): Unlocking => {
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

  return {
    everyone: people.everyone,
    unlock: async (userId, way) => {
      const person = await find(userId);
      if (!person.ok) return person;
      const { keyring, areaKey } = person.value;
      if (keyring === undefined) return err({ type: "NoSuchSlot" });
      const keys =
        way.kind === "passphrase"
          ? await work.openWithPassphrase(userId, keyring, way.typed)
          : await work.openWithPasskey(userId, keyring, way.answer);
      if (!keys.ok) return keys;
      if (areaKey === undefined || isSealedTo(keyring, areaKey)) return openFor(person.value, keys.value);
      const renewed = await work.newEpoch(keyring, keys.value, areaKey);
      // Another window may have renewed it meanwhile: its epoch stands, and this one is forgotten unused.
      const kept = await people.changeKeyring(userId, (now) =>
        now?.epochs.length === keyring.epochs.length ? renewed.keyring : undefined,
      );
      if (!kept.ok) return kept;
      const isMine = kept.value?.epochs.at(-1)?.salt === renewed.keyring.epochs.at(-1)?.salt;
      return openFor(person.value, isMine ? renewed.keys : keys.value);
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

const isSealedTo = ({ epochs, recovery }: Keyring, { keyId }: AreaKey): boolean => {
  const newest = epochs.at(-1)?.epoch;
  return recovery.some(({ epoch, areaKeyId }) => epoch === newest && areaKeyId === keyId);
};
