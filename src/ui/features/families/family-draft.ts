import type { FormKind, OpenForm } from "../../app/forms/open-form";
import { type FamilyValues, keptFamilyValues } from "./family-form";

/** The form of a new family, open in this window and saved at every change. */
export type FamilyDraft = OpenForm<FamilyValues>;

/** There is one such form at a time, so its name says no more. */
export const NEW_FAMILY: FormKind<FamilyValues> = {
  heldAs: "new-family",
  isKept: ({ kind }) => kind === "new-family",
  begin: (place) => ({ ...place, kind: "new-family", caseId: null, body: {} }),
  read: keptFamilyValues,
};
