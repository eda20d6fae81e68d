import type { Id } from "#core/schema/ids";
import type { Services } from "../services";

/**
 * Leaves a visit whose pages are not on the screen. What cannot be written stays as it is: a device that is full, or a
 * visit that another window has open, does not keep the practitioner in.
 */
export const leaveKeptVisit = async (
  { store: { drafts }, draftLocks }: Pick<Services, "store" | "draftLocks">,
  profileId: Id,
): Promise<void> => {
  const hold = await draftLocks.holdDraft(profileId);
  try {
    if (!hold.held) return;
    const draft = await drafts.load(profileId);
    if (!draft.ok || draft.value.kind !== "visit") return;
    const { version, ...visit } = draft.value;
    await drafts.save({ ...visit, body: { ...visit.body, left: true } }, version);
  } finally {
    hold.release();
  }
};
