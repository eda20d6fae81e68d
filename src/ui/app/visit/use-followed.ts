import { useEffect, useState } from "react";
import { useServices } from "../services";
import { useVisit } from "./open-visit";
import { useReopen } from "./reopen";

/**
 * Whether the window that has this visit still has it. Once the visit is finished or thrown away there, it is opened
 * here as what it has become.
 */
export const useFollowed = (): "held" | "free" => {
  const { draftLocks, store } = useServices();
  const profileId = useVisit((visit) => visit.profileId);
  const reopen = useReopen();
  const [state, setState] = useState<"held" | "free">("held");
  useEffect(() => {
    const ending = new AbortController();
    let isFree = false;
    const waitUntilFree = (): void => {
      isFree = false;
      setState("held");
      draftLocks.whenFree(profileId, ending.signal, () => {
        isFree = true;
        if (!ending.signal.aborted) setState("free");
      });
    };
    const saved = async (): Promise<void> => {
      const draft = await store.drafts.load(profileId);
      const isTakenUpAgain = isFree && (await draftLocks.isHeldElsewhere(profileId));
      if (ending.signal.aborted) return;
      if (!draft.ok && draft.error.type === "NotFound") reopen();
      else if (isTakenUpAgain) waitUntilFree();
    };
    waitUntilFree();
    const stop = store.watch.subscribe("drafts", () => void saved());
    return () => {
      ending.abort();
      stop();
    };
  }, [draftLocks, store, profileId, reopen]);
  return state;
};
