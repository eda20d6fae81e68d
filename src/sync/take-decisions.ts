import { ok, type Result } from "#core/result";
import type { HeldHere } from "#storage/held-here";
import type { StorageError } from "#storage/storage-error";
import type { TransportError } from "./ask-server";
import type { HeldDesk } from "./held-desk";

/** Whether something was taken in that lay here as held: the record itself may be there to fetch. */
export interface Taken {
  readonly isAnyReleased: boolean;
}

/**
 * Learns what was decided about what this person sent and is held.
 *
 * Shape  asks the server only while something lies here that nobody has decided about.
 */
export const takeDecisions = async (
  held: HeldHere,
  desk: () => Promise<Pick<HeldDesk, "decided">>,
): Promise<Result<Taken, TransportError | StorageError>> => {
  const here = await held.list();
  if (!here.ok) return here;
  const open = new Set(here.value.filter(({ returned }) => returned === undefined).map(({ revId }) => revId));
  if (open.size === 0) return ok({ isAnyReleased: false });
  const decided = await (await desk()).decided();
  if (!decided.ok) return decided;
  const taken = await held.decide(decided.value);
  if (!taken.ok) return taken;
  return ok({ isAnyReleased: decided.value.some(({ opId, kind }) => kind === "released" && open.has(opId)) });
};
