import { useEffect, useState } from "react";
import { visitToReturnTo } from "#core/case/family";
import type { VisitDraft } from "#storage/drafts";
import { useIsFirstScreen } from "../../app/first-screen";
import { type Services, useServices } from "../../app/services";
import { visitPath } from "./visit-path";

export type Return = { readonly kind: "deciding" } | { readonly kind: "stay" } | { readonly kind: "go"; path: string };

/**
 * Decides once, when the app was opened here, whether it goes straight back to a visit: one that nobody left on
 * purpose, while no window has any visit open.
 */
export const useReturnToVisit = (): Return => {
  const services = useServices();
  const isFirst = useIsFirstScreen();
  const [decision, setDecision] = useState<Return>({ kind: isFirst ? "deciding" : "stay" });
  useEffect(() => {
    if (decision.kind !== "deciding") return undefined;
    const ending = new AbortController();
    void decide(services).then((decided) => {
      if (!ending.signal.aborted) setDecision(decided);
    });
    return () => {
      ending.abort();
    };
  }, [services, decision.kind]);
  return decision;
};

const decide = async ({ store, draftLocks }: Services): Promise<Return> => {
  const [listed, isAnyHeld] = await Promise.all([store.drafts.list(), draftLocks.isAnyDraftHeld()]);
  if (!listed.ok || isAnyHeld) return { kind: "stay" };
  const visit = visitToReturnTo(listed.value.drafts.filter((draft): draft is VisitDraft => draft.kind === "visit"));
  return visit === undefined ? { kind: "stay" } : { kind: "go", path: visitPath(visit) };
};
