import { useEffect, useState } from "react";
import { type Services, useServices } from "../../app/services";
import { openFamilyDraft, type OpenedFamilyDraft } from "./open-family-draft";

export type Opening = { readonly kind: "opening" } | OpenedFamilyDraft;

/** Opens the form of a new family for as long as its page is shown, and lets go of it after. */
export const useFamilyDraft = (): Opening => {
  const services = useServices();
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  useEffect(() => keepOpen(services, setOpening), [services]);
  return opening;
};

const keepOpen = (services: Services, show: (opening: Opening) => void): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  let letGo = (): void => undefined;
  void openFamilyDraft(services).then((opened) => {
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
