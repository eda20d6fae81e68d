import { err, ok, type Result } from "#core/result";
import type { AreaKey, Keyring, PasskeySlot } from "#core/sealed/keyring";
import { type Bytes, fromBase64, randomBytes, toBase64 } from "./bytes";
import type { DeriveSecret } from "./deriving";
import { NEW_COST } from "./deriving";
import { drawBytes, drawKey, rootOf } from "./hkdf";
import type { EpochKeys } from "./row-seal";
import { openBytes, sealBytes } from "./seal-bytes";
import { sealToArea } from "./seal-to-area";

const KEPT = "strandline kept rows v1";
const UNSENT = "strandline unsent rows v1";
const SLOT = "strandline slot v1";
const SALT_BYTES = 16;
const MASTER_BYTES = 32;

/** A person's keys while their families are open: in memory only, and nothing of it can be read back as bytes. */
export interface OpenKeys {
  readonly userId: string;
  readonly root: CryptoKey;
  readonly epochs: readonly EpochKeys[];
}

export interface Opened {
  readonly keyring: Keyring;
  readonly keys: OpenKeys;
}

/** What a passkey answered: which it is, what it was asked with, and the secret it made of that. */
export interface PasskeyAnswer extends Pick<PasskeySlot, "credentialId" | "salt"> {
  readonly secret: Bytes;
}

export interface DoesNotOpenIt {
  readonly type: "DoesNotOpenIt";
}
export interface NoSuchSlot {
  readonly type: "NoSuchSlot";
}
/** The work could not be done: no memory to spare, say. Nothing was found out about what was typed. */
export interface CannotDerive {
  readonly type: "Unknown";
  readonly name: "CannotDerive";
}
export type DidNotOpen = DoesNotOpenIt | NoSuchSlot | CannotDerive;

/** Makes, opens and changes the ways in. It keeps nothing and reads no clock: counting wrong tries is done elsewhere. */
export interface KeyringWork {
  /** A new person's keyring: a new master key, a passphrase's slot, and the recovery slot where the area has a key. */
  readonly enrol: (asked: Enrolment) => Promise<Opened>;
  readonly openWithPassphrase: (
    userId: string,
    keyring: Keyring,
    typed: string,
  ) => Promise<Result<OpenKeys, DidNotOpen>>;
  readonly openWithPasskey: (
    userId: string,
    keyring: Keyring,
    answer: PasskeyAnswer,
  ) => Promise<Result<OpenKeys, DidNotOpen>>;
  /** Another passphrase from now on; whoever asks shows by `way` that they may. */
  readonly changePassphrase: (
    userId: string,
    keyring: Keyring,
    way: WayIn,
    typed: string,
  ) => Promise<Result<Keyring, DidNotOpen>>;
  readonly addPasskey: (
    userId: string,
    keyring: Keyring,
    way: WayIn,
    passkey: PasskeyAnswer,
  ) => Promise<Result<Keyring, DidNotOpen>>;
  /** From now on rows are written under a new key; those written before can still be read. */
  readonly newEpoch: (keyring: Keyring, keys: OpenKeys, areaKey: AreaKey | undefined) => Promise<Opened>;
  /** The keys of a keyring as it is now, which may have another epoch than when it was opened. */
  readonly keysOfAll: (keyring: Keyring, keys: OpenKeys) => Promise<OpenKeys>;
}

export interface Enrolment {
  readonly userId: string;
  readonly passphrase: string;
  readonly areaKey: AreaKey | undefined;
}

/** How somebody shows that the device is theirs. */
export type WayIn =
  | { readonly kind: "passphrase"; readonly typed: string }
  | { readonly kind: "passkey"; readonly answer: PasskeyAnswer };

/**
 * The work on keyrings.
 *
 * Laws   1. each slot alone opens everything that is kept; none of what lies on the disk does
 *        2. a change of passphrase or passkey changes no row, and no row is out of reach after it
 *        3. the recovery slot opens drafts and outbox of its own epoch, and nothing else
 * (tests/unit/platform/sealing/keyring-work.test.ts)
 *
 * Source  docs/assurance/keys.md
 */
export const createKeyringWork = (derive: DeriveSecret): KeyringWork => {
  const passphraseSlot = async (userId: string, master: Bytes, typed: string) => {
    const salt = randomBytes(SALT_BYTES);
    const wrapped = await wrap(await derive(typed, salt, NEW_COST), salt, master, `passphrase|${userId}`);
    return { ...NEW_COST, salt: toBase64(salt), wrapped };
  };

  const masterBehind = async (
    userId: string,
    { passphrase, passkeys }: Keyring,
    way: WayIn,
  ): Promise<Result<Bytes, DidNotOpen>> => {
    if (way.kind === "passphrase") {
      if (passphrase === undefined) return err({ type: "NoSuchSlot" });
      const salt = fromBase64(passphrase.salt);
      const secret = await derive(way.typed, salt, passphrase).catch(() => undefined);
      if (secret === undefined) return err({ type: "Unknown", name: "CannotDerive" });
      return unwrap(secret, salt, passphrase.wrapped, `passphrase|${userId}`);
    }
    const { credentialId, secret } = way.answer;
    const slot = passkeys.find((each) => each.credentialId === credentialId);
    if (slot === undefined) return err({ type: "NoSuchSlot" });
    return unwrap(secret, fromBase64(slot.salt), slot.wrapped, `passkey|${userId}`);
  };

  const openWith = async (userId: string, keyring: Keyring, way: WayIn) => {
    const master = await masterBehind(userId, keyring, way);
    return master.ok ? ok(await keysFrom(userId, keyring, await rootOf(master.value))) : master;
  };

  return {
    enrol: async ({ userId, passphrase, areaKey }) => {
      const master = randomBytes(MASTER_BYTES);
      const root = await rootOf(master);
      const empty = {
        epochs: [],
        passkeys: [],
        recovery: [],
        passphrase: await passphraseSlot(userId, master, passphrase),
      };
      return addEpoch(empty, { userId, root, epochs: [] }, areaKey);
    },
    openWithPassphrase: (userId, keyring, typed) => openWith(userId, keyring, { kind: "passphrase", typed }),
    openWithPasskey: (userId, keyring, answer) => openWith(userId, keyring, { kind: "passkey", answer }),
    changePassphrase: async (userId, keyring, way, typed) => {
      const master = await masterBehind(userId, keyring, way);
      if (!master.ok) return master;
      const slot = await passphraseSlot(userId, master.value, typed).catch(() => undefined);
      if (slot === undefined) return err({ type: "Unknown", name: "CannotDerive" });
      const { wrong: _wrong, ...rest } = keyring;
      return ok({ ...rest, passphrase: slot });
    },
    addPasskey: async (userId, keyring, way, { credentialId, salt, secret }) => {
      const master = await masterBehind(userId, keyring, way);
      if (!master.ok) return master;
      const wrapped = await wrap(secret, fromBase64(salt), master.value, `passkey|${userId}`);
      const others = keyring.passkeys.filter((each) => each.credentialId !== credentialId);
      return ok({ ...keyring, passkeys: [...others, { credentialId, salt, wrapped }] });
    },
    newEpoch: addEpoch,
    keysOfAll: (keyring, { userId, root }) => keysFrom(userId, keyring, root),
  };
};

const addEpoch = async (keyring: Keyring, keys: OpenKeys, areaKey: AreaKey | undefined): Promise<Opened> => {
  const epoch = (keyring.epochs.at(-1)?.epoch ?? 0) + 1;
  const salt = randomBytes(SALT_BYTES);
  const recovery =
    areaKey === undefined
      ? []
      : [
          {
            epoch,
            ...(await sealToArea(
              areaKey,
              await drawBytes(keys.root, salt, UNSENT),
              `recovery|${epoch}|${keys.userId}`,
            )),
          },
        ];
  const added = {
    ...keyring,
    epochs: [...keyring.epochs, { epoch, salt: toBase64(salt) }],
    recovery: [...keyring.recovery, ...recovery],
  };
  return { keyring: added, keys: await keysFrom(keys.userId, added, keys.root) };
};

const keysFrom = async (userId: string, { epochs }: Keyring, root: CryptoKey): Promise<OpenKeys> => ({
  userId,
  root,
  epochs: await Promise.all(
    epochs.map(async ({ epoch, salt }) => {
      const [kept, unsent] = await Promise.all([
        drawKey(root, fromBase64(salt), KEPT),
        drawKey(root, fromBase64(salt), UNSENT),
      ]);
      return { epoch, kept, unsent };
    }),
  ),
});

const wrap = async (secret: Bytes, salt: Bytes, master: Bytes, where: string): Promise<string> =>
  toBase64(await sealBytes(await drawKey(await rootOf(secret), salt, SLOT), master, where));

const unwrap = async (
  secret: Bytes,
  salt: Bytes,
  wrapped: string,
  where: string,
): Promise<Result<Bytes, DoesNotOpenIt>> => {
  const master = await openBytes(await drawKey(await rootOf(secret), salt, SLOT), fromBase64(wrapped), where);
  return master.ok ? master : err({ type: "DoesNotOpenIt" });
};
