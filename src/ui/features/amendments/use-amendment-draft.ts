import { useEffect, useState } from "react";
import { type Services, useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { type AmendedProfile, openAmendmentDraft, type OpenedAmendment } from "./open-amendment-draft";

export type Opening = { readonly kind: "opening" } | OpenedAmendment;

/** Opens what is being written about this profile for as long as its page is shown, and lets go of it after. */
export const useAmendmentDraft = (): Opening => {
  const services = useServices();
  const { caseId } = useOpenVisit();
  const profileId = useVisit((visit) => visit.profileId);
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  useEffect(() => keepOpen(services, { profileId, caseId }, setOpening), [services, profileId, caseId]);
  return opening;
};

const keepOpen = (services: Services, of: AmendedProfile, show: (opening: Opening) => void): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  let letGo = (): void => undefined;
  void openAmendmentDraft(services, of).then((opened) => {
    if (opened.kind === "open") letGo = opened.draft.close;
    if (signal.aborted) letGo();
    else show(opened);
    if (opened.kind !== "open") return;
    const { saving } = opened.draft;
    const saveNow = (): void => {
      if (saving.status.get().kind === "saving") void saving.flush();
    };
    // The last moments a page is sure to have: put away, switched, closed.
    globalThis.addEventListener("pagehide", saveNow, { signal });
    globalThis.document.addEventListener("visibilitychange", saveNow, { signal });
  });
  return () => {
    ending.abort();
    letGo();
  };
};
