import { asFollowed } from "#core/visit/as-followed";
import type { VisitDraft } from "#storage/drafts";
import type { Services } from "../services";
import { createVisitStore, type VisitStore } from "./visit-store";

/** A visit on the screen that another window writes. */
export interface FollowedDraft {
  readonly store: VisitStore;
  readonly stop: () => void;
}

/**
 * Shows the draft as the other window has saved it, at once after each of its saves. It is read through the store, as
 * everything is; windows tell each other no words. No page changes it: a change is a bug, and throws.
 */
export const followDraft = (
  { store: { drafts, watch } }: Pick<Services, "store">,
  opened: VisitDraft,
): FollowedDraft => {
  const shown = createVisitStore(asFollowed(opened.body), () => undefined);
  let shownVersion = opened.version;
  const look = async (): Promise<void> => {
    const draft = await drafts.load(opened.id);
    // What cannot be read now stays as it was; an answer that comes late takes back nothing that is newer.
    if (!draft.ok || draft.value.kind !== "visit" || draft.value.version <= shownVersion) return;
    const { version, body } = draft.value;
    shownVersion = version;
    shown.change(() => asFollowed(body));
  };
  const stop = watch.subscribe("drafts", () => void look());
  // Whatever was saved while this was being opened.
  void look();
  return {
    store: {
      ...shown,
      change: (verb) => {
        if (verb(shown.get()) !== shown.get()) throw new Error("another window writes this visit");
      },
    },
    stop,
  };
};
