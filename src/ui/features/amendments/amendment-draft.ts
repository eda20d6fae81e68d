import { useMemo } from "react";
import type { Id } from "#core/schema/ids";
import type { FormKind, OpenForm } from "../../app/forms/open-form";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { type AmendmentValues, keptAmendmentValues } from "./amendment-form";

/** What is being written to put something right, open in this window and saved at every change. */
export type OpenAmendment = OpenForm<AmendmentValues>;

/** The profile that something is put right in. */
export interface AmendedProfile {
  readonly profileId: Id;
  readonly caseId: Id;
}

/** There is one such form a profile at a time. */
export const amendmentOf = ({ profileId, caseId }: AmendedProfile): FormKind<AmendmentValues> => ({
  heldAs: `amendment/${profileId}`,
  isKept: (draft) => draft.kind === "amendment" && draft.body.profileId === profileId,
  begin: (place) => ({ ...place, kind: "amendment", caseId, body: { profileId } }),
  read: keptAmendmentValues,
});

/** The form for the profile on the screen. */
export const useAmendmentKind = (): FormKind<AmendmentValues> => {
  const { caseId } = useOpenVisit();
  const profileId = useVisit((visit) => visit.profileId);
  return useMemo(() => amendmentOf({ profileId, caseId }), [profileId, caseId]);
};
