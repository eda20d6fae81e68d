import { err, ok, type Result } from "#core/result";
import { isPrivateType } from "#core/schema/operation";
import type { Store } from "#storage/open-store";
import type { PeopleHere } from "#storage/people";
import type { StorageError } from "#storage/storage-error";

/**
 * What somebody has on this device and nowhere else.
 *
 * Shape  the numbers are the same with private records and without. `isMore` says that something begun or waiting lies
 *        here, whatever it is: a concern that was not sent keeps its author on the device, and is not counted.
 */
export interface OnlyHere {
  readonly drafts: number;
  readonly waiting: number;
  /** Databases whose keys were lost, and from which not everything has arrived. */
  readonly earlier: number;
  readonly isMore: boolean;
}

export type CannotLeave =
  | { readonly type: "StillOnlyHere"; readonly onlyHere: OnlyHere }
  | { readonly type: "OpenInAnotherWindow" }
  | StorageError;

/** Taking whoever works here off this device. */
export interface Leaving {
  readonly onlyHere: () => Promise<Result<OnlyHere, StorageError>>;
  readonly leave: () => Promise<Result<void, CannotLeave>>;
}

export interface LeavingDeps {
  readonly userId: string;
  readonly people: PeopleHere;
  readonly store: Pick<Store, "drafts" | "deliveries" | "unsent" | "close">;
  readonly isOpenElsewhere: () => Promise<boolean>;
  /** Ends their session where there is a connection, and loads the page anew. */
  readonly signOut: () => Promise<unknown>;
}

/**
 * Takes somebody off a device, with all that is theirs on it.
 *
 * Laws   1. nobody leaves while something of theirs is on this device and nowhere else
 *        2. nobody else's database or keyring is touched
 * (tests/unit/ui/app/leaving.test.ts)
 */
export const createLeaving = ({ userId, people, store, isOpenElsewhere, signOut }: LeavingDeps): Leaving => {
  const onlyHere: Leaving["onlyHere"] = async () => {
    const [listed, counted, rows, everyone] = await Promise.all([
      store.drafts.list(),
      store.deliveries.count(),
      store.unsent.count(),
      people.everyone(),
    ]);
    if (!listed.ok) return listed;
    if (!counted.ok) return counted;
    if (!rows.ok) return rows;
    if (!everyone.ok) return everyone;
    return ok({
      // What cannot be read is not nothing.
      drafts: listed.value.drafts.filter(({ kind }) => !isPrivateType(kind)).length + listed.value.unreadable.length,
      waiting: counted.value.waiting + counted.value.needPerson,
      earlier: everyone.value.find((each) => each.userId === userId)?.earlier.length ?? 0,
      isMore: rows.value.drafts + rows.value.waiting > 0,
    });
  };
  return {
    onlyHere,
    leave: async () => {
      if (await isOpenElsewhere()) return err({ type: "OpenInAnotherWindow" });
      const left = await onlyHere();
      if (!left.ok) return left;
      if (isAnything(left.value)) return err({ type: "StillOnlyHere", onlyHere: left.value });
      store.close();
      const removed = await people.remove(userId);
      if (removed.ok) await signOut();
      return removed;
    },
  };
};

export const isAnything = ({ drafts, waiting, earlier, isMore }: OnlyHere): boolean =>
  isMore || drafts + waiting + earlier > 0;
