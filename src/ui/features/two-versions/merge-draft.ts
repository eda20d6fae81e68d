import { z } from "zod";
import type { ChoicesByKey } from "#core/sync/merge-versions";
import type { TwoVersions } from "#core/sync/two-versions";
import type { FormKind, OpenForm } from "../../app/forms/open-form";

/** What a person chose so far, and the two versions that they had before them. */
export interface MergeValues {
  readonly choices: ChoicesByKey;
  readonly seenRevIds: readonly string[];
}
export type OpenMerge = OpenForm<MergeValues>;

const Kept = z.object({
  choices: z
    .record(z.string(), z.object({ how: z.enum(["one", "other", "both", "words"]), value: z.unknown() }))
    .catch({}),
  seenRevIds: z.array(z.string()).catch([]),
});

/** There is one such draft a record at a time, whatever its versions are by now. */
export const mergeOf = ({ recordId, caseId }: Pick<TwoVersions, "recordId" | "caseId">): FormKind<MergeValues> => ({
  heldAs: `merge/${recordId}`,
  isKept: (draft) => draft.kind === "merge" && draft.body.recordId === recordId,
  begin: (place) => ({ ...place, kind: "merge", caseId, body: { recordId } }),
  read: (kept) => Kept.parse(kept),
});

/** A further version came since something was chosen. */
export const isStale = ({ choices, seenRevIds }: MergeValues, two: TwoVersions): boolean =>
  Object.keys(choices).length > 0 && seenRevIds.join() !== revIdsOf(two).join();

export const revIdsOf = ({ one, other }: TwoVersions): readonly string[] => [one.revId, other.revId];
