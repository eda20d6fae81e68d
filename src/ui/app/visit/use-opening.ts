import { useCallback, useEffect, useState } from "react";
import type { Services } from "../services";
import { useServices } from "../services";
import { followRecords } from "./case-around";
import { openVisit, type OpenedVisit } from "./open-draft-or-record";
import { saveWhenPutAway } from "./save-when-put-away";

export type Opening = { readonly kind: "opening" } | OpenedVisit;

/** Opens a visit for as long as its pages are shown, and lets go of it after; `reopen` lets go and opens it again. */
export const useOpening = (profileId: string): { readonly opening: Opening; readonly reopen: () => void } => {
  const services = useServices();
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState<{ readonly round: number; readonly opening: OpenedVisit } | null>(null);
  useEffect(
    () =>
      keepOpen(services, profileId, (opening) => {
        setShown({ round, opening });
      }),
    [services, profileId, round],
  );
  const reopen = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  // What an earlier round opened was let go of: its pages must not write any more.
  return { opening: shown?.round === round ? shown.opening : { kind: "opening" }, reopen };
};

const keepOpen = (services: Services, profileId: string, show: (opening: OpenedVisit) => void): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  let letGo = (): void => undefined;
  void openVisit(services, profileId).then((opened) => {
    if (opened.kind === "open" || opened.kind === "followed") letGo = opened.close;
    if (signal.aborted) letGo();
    else show(opened);
    if (signal.aborted || (opened.kind !== "open" && opened.kind !== "followed")) return;
    const stopFollowing = followRecords(services, opened.visit, (visit) => {
      if (!signal.aborted) show({ ...opened, visit });
    });
    signal.addEventListener("abort", stopFollowing);
    if (opened.kind === "followed" || opened.saving === null) return;
    saveWhenPutAway(opened.saving, signal);
  });
  return () => {
    ending.abort();
    letGo();
  };
};
