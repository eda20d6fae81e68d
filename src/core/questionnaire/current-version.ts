import type { InstrumentRef } from "../schema/instrument";
import type { WithdrawnWording } from "../schema/wire";
import { withdrawalOf } from "./withdrawn-wording";

/** The questionnaire of the nine lines, which a visit begins with. */
export const NINE_LINES = "nd-profile";

/**
 * The version of a questionnaire to begin with: the newest that is not withdrawn.
 *
 * Shape    `versionsHere` are those on this device, in any order.
 * Missing  where every one of them was withdrawn, the newest all the same: a visit is not turned away, and says so.
 *          Undefined where there is none.
 */
export const versionToBegin = (
  questionnaireId: string,
  versionsHere: readonly number[],
  withdrawn: WithdrawnWording,
): number | undefined => {
  const standing = versionsHere.filter(
    (version) => withdrawalOf({ id: questionnaireId, version }, withdrawn) === undefined,
  );
  const among = standing.length === 0 ? versionsHere : standing;
  return among.length === 0 ? undefined : Math.max(...among);
};

/** The version that a draft may be moved to: the newest one after its own, and none that was withdrawn. */
export const newerVersion = (
  ref: Pick<InstrumentRef, "id" | "version">,
  versionsHere: readonly number[],
  withdrawn: WithdrawnWording,
): number | undefined => {
  const later = versionsHere.filter(
    (version) => version > ref.version && withdrawalOf({ id: ref.id, version }, withdrawn) === undefined,
  );
  return later.length === 0 ? undefined : Math.max(...later);
};
