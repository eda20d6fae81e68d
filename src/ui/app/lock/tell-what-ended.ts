import type { SyncRunner } from "#sync/runner";
import type { Lock } from "./create-lock";

/**
 * Tells the lock when the sign-in ends while somebody works here: the server, which knew them, knows them no more.
 * Outside a visit that locks at once, and a visit goes on until it is left.
 *
 * Whoever unlocks a device whose sign-in is over already is told nothing of the kind: they would be locked out for as
 * long as the server cannot be reached. What may be sent, the server decides.
 */
export const tellWhatEnded = ({ status }: Pick<SyncRunner, "status">, { heard }: Pick<Lock, "heard">): void => {
  let isKnown = false;
  status.subscribe(() => {
    const { kind } = status.get();
    if (kind === "all-delivered" || kind === "some-left") isKnown = true;
    if (kind !== "signed-out" || !isKnown) return;
    isKnown = false;
    heard("ended");
  });
};
