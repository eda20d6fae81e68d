import type { Id } from "#core/schema/ids";
import type { Visit } from "#core/schema/visit";
import type { Services } from "../services";
import { createVisitStore, type VisitStore } from "./visit-store";

/** A finished profile on the screen. */
export interface FollowedProfile {
  readonly store: VisitStore;
  readonly stop: () => void;
}

/**
 * Shows a finished profile as its record is now: what was put right, in this window or another, is there at once. No
 * page changes it: a change is a bug, and throws.
 */
export const followProfile = (
  { store: { records, watch } }: Pick<Services, "store">,
  opened: Visit,
  openedRevId: Id,
): FollowedProfile => {
  const shown = createVisitStore(opened, () => undefined);
  let shownRevId = openedRevId;
  let asked = 0;
  const stop = watch.subscribe("records", () => {
    asked += 1;
    const askedAt = asked;
    void records.get(opened.profileId).then((record) => {
      // An answer that comes late must not take back what a newer one has shown; what cannot be read stays as it was.
      if (askedAt !== asked || !record.ok || record.value.recordType !== "profile") return;
      const { revId, body } = record.value;
      if (revId === shownRevId) return;
      shownRevId = revId;
      shown.change((visit) => ({ ...visit, profile: body }));
    });
  });
  return {
    store: {
      ...shown,
      change: (verb) => {
        if (verb(shown.get()) !== shown.get()) throw new Error("a finished profile is immutable");
      },
    },
    stop,
  };
};
