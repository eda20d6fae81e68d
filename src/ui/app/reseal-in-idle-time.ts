import type { OpenKeys } from "#platform/sealing/keyring-work";
import { epochOfRow } from "#platform/sealing/row-seal";
import type { Store } from "#storage/open-store";
import type { PeopleHere } from "#storage/people";

/**
 * Brings what lies under older keys under the newest, and lets go of the keys that nothing lies under any more.
 *
 * Shape  every window of this person writes under the newest; see [Note: A new epoch is made alone].
 */
export const resealInIdleTime = async (
  people: Pick<PeopleHere, "changeKeyring">,
  userId: string,
  store: Pick<Store, "reseal">,
  { epochs }: OpenKeys,
): Promise<void> => {
  const newest = epochs.at(-1)?.epoch;
  if (newest === undefined || epochs.length === 1) return;
  const done = await store.reseal(epochOfRow, newest);
  if (!done.ok) return;
  const stays = ({ epoch }: { readonly epoch: number }): boolean =>
    epoch >= newest || done.value.epochsInUse.includes(epoch);
  await people.changeKeyring(
    userId,
    (now) => now && { ...now, epochs: now.epochs.filter(stays), recovery: now.recovery.filter(stays) },
  );
};
