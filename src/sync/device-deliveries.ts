import type { Keyring } from "#core/sealed/keyring";
import type { DeviceIdentities, DeviceIdentity } from "#storage/device-identity";
import type { PeopleHere, PersonOnDevice, SealedDatabase } from "#storage/people";
import type { ReturnedDrafts } from "#storage/returned-drafts";
import { readUnsentRows } from "#storage/unsent-rows";
import { enrolDevice } from "./enrol-device";
import { createSealedDelivery, type SealedDelivery } from "./sealed-delivery";
import { createTaking } from "./take-returned";

/** Whose families this window has open, and where their drafts go that come back. */
export interface OpenOnDevice {
  readonly person: Pick<PersonOnDevice, "userId" | "databaseName">;
  readonly drafts: ReturnedDrafts;
}

export interface DeviceDeliveries {
  /** One round: enrols who is in, delivers as it lies what everybody here has unsent, takes back what comes. */
  readonly round: (open: OpenOnDevice | undefined) => Promise<void>;
}

export interface DeviceDeliveriesDeps {
  readonly people: PeopleHere;
  readonly identities: DeviceIdentities;
  readonly sign: (key: CryptoKey, text: string) => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
  readonly locks: Pick<LockManager, "request">;
  readonly factory: IDBFactory | undefined;
}

/**
 * Delivers from this device, open or locked, what lies on it and nowhere else, as it lies. What does not go now goes in
 * a later round.
 *
 * Laws   1. a database whose keys are lost is forgotten only once all that was unsent in it has been opened and kept
 *        2. nothing is opened here: the rows of a locked person go as they lie
 *        3. whoever the server has not been told of, by themselves, is not spoken for
 * (tests/unit/sync/device-deliveries.test.ts)
 */
export const createDeviceDeliveries = (deps: DeviceDeliveriesDeps): DeviceDeliveries => {
  const { people, identities, fetch, factory } = deps;
  // A delivery remembers what the server holds, so that it is not asked each time.
  const deliveries = new Map<string, SealedDelivery>();
  const deliveryOf = ({ deviceId, key }: DeviceIdentity, accountId: string): SealedDelivery => {
    const name = `${deviceId}/${accountId}`;
    const sign = (text: string) => deps.sign(key, text);
    const delivery = deliveries.get(name) ?? createSealedDelivery({ fetch, accountId, deviceId, sign });
    deliveries.set(name, delivery);
    return delivery;
  };

  const enrol = async (accountId: string): Promise<void> => {
    const device = await identities.ensure();
    if (!device.ok || device.value.enrolledFor.includes(accountId)) return;
    const { deviceId, publicKey, key } = device.value;
    const sign = (text: string) => deps.sign(key, text);
    const enrolled = await enrolDevice({ fetch, accountId }, { deviceId, publicKey, sign });
    if (enrolled.ok) await identities.enrolled(accountId);
    else if (enrolled.error.type === "OtherKey") await identities.forget();
  };

  const deliver = async (
    device: DeviceIdentity,
    accountId: string,
    { databaseName, keyring }: { readonly databaseName: string; readonly keyring: Keyring },
    how: { readonly givenUp: boolean; readonly mayForget: boolean },
  ): Promise<boolean> => {
    const unsent = await readUnsentRows({ databaseName, factory });
    if (!unsent.ok) return false;
    const { rows, unfit } = unsent.value;
    const isAll = unfit.length === 0;
    if (rows.length === 0 && how.givenUp) return isAll;
    if (rows.length > 0 && keyring.recovery.length === 0) return false;
    const delivered = await deliveryOf(device, accountId).deliver({
      database: databaseName,
      slots: keyring.recovery,
      rows,
      givenUp: how.givenUp,
      mayForget: how.mayForget && isAll,
    });
    return delivered.ok && delivered.value.kind === "arrived" && isAll;
  };

  const deliverEarlier = async (device: DeviceIdentity, userId: string, earlier: SealedDatabase): Promise<void> => {
    const arrived = await deliver(device, userId, earlier, { givenUp: true, mayForget: false });
    if (arrived) await people.forgetEarlier(userId, earlier.databaseName);
  };

  const takeBack = async ({ person, drafts }: OpenOnDevice): Promise<void> => {
    const taking = createTaking({ fetch, accountId: person.userId, database: person.databaseName });
    await taking.takeReturned(async (draft) => (await drafts.put(draft)).ok);
  };

  const round = async (open: OpenOnDevice | undefined): Promise<void> => {
    if (open !== undefined) await enrol(open.person.userId);
    const [device, everyone] = [await identities.saved(), await people.everyone()];
    if (device.ok && device.value !== undefined && everyone.ok) {
      const known = device.value;
      for (const person of everyone.value.filter(({ userId }) => known.enrolledFor.includes(userId))) {
        const { userId, databaseName, keyring, earlier } = person;
        for (const each of earlier) await deliverEarlier(known, userId, each);
        const mayForget = userId === open?.person.userId;
        if (keyring !== undefined) {
          await deliver(known, userId, { databaseName, keyring }, { givenUp: false, mayForget });
        }
      }
    }
    if (open !== undefined) await takeBack(open);
  };

  return {
    // One window at a time: what two send at once, one sends in vain.
    round: (open) =>
      deps.locks.request("sealed-delivery", { ifAvailable: true }, async (lock) => {
        if (lock !== null) await round(open);
      }),
  };
};
