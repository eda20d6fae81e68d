import { useMemo } from "react";
import { z } from "zod";
import type { Id } from "#core/schema/ids";
import { isAnythingSaid } from "#core/review/said-in-review";
import type { FormKind, OpenForm } from "../../app/forms/open-form";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";

/**
 * What was said so far, as a draft keeps it.
 *
 * Missing  what another version wrote otherwise is empty; nothing beside it suffers.
 */
const Kept = z.object({
  startedAtMs: z.int().catch(0),
  presentIds: z.array(z.string()).catch([]),
  sections: z.record(z.string(), z.unknown()).catch({}),
});
export type ReviewValues = z.infer<typeof Kept>;
export type OpenReview = OpenForm<ReviewValues>;

/** The plan that is looked at again. */
export interface ReviewedPlan {
  readonly profileId: Id;
  readonly planId: Id;
  readonly caseId: Id;
}

/** There is one such form a plan at a time. */
export const reviewOf = ({ profileId, planId, caseId }: ReviewedPlan): FormKind<ReviewValues> => ({
  heldAs: `review/${profileId}`,
  isKept: (draft) => draft.kind === "review" && draft.body.profileId === profileId,
  begin: (place) => ({ ...place, kind: "review", caseId, body: { profileId, planId, startedAtMs: place.startedAtMs } }),
  read: (kept) => Kept.parse(kept),
});

/** The form for the plan on the screen. */
export const useReviewKind = (): FormKind<ReviewValues> => {
  const { caseId } = useOpenVisit();
  const profileId = useVisit((visit) => visit.profileId);
  const planId = useVisit((visit) => visit.planId);
  return useMemo(() => reviewOf({ profileId, planId, caseId }), [profileId, planId, caseId]);
};

export const isAnythingInReview = ({ sections }: ReviewValues): boolean => Object.values(sections).some(isAnythingSaid);

/** Whether something that was said is kept from somebody. */
export const isAnythingHidden = ({ sections }: ReviewValues): boolean =>
  Object.values(sections).some(
    (section) => isAnythingSaid(section) && (section as { hiddenFrom?: unknown[] }).hiddenFrom?.length !== 0,
  );
