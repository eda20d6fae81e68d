import { useMemo } from "react";
import type { Visit } from "#core/schema/visit";
import { finishAsChosen } from "#core/visit/finishing";
import type { FinishWhen } from "#core/visit/finish-visit";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import type { Fault } from "./fault-words";

/** The day, the moment and the people that a visit is finished with. */
export const useFinishWhen = (): (() => FinishWhen) => {
  const { today, clock } = useServices();
  const { caseBody } = useOpenVisit();
  return useMemo(() => () => ({ today: today(), nowMs: clock.nowMs(), caseBody }), [today, clock, caseBody]);
};

/** What would stand in the way of finishing now; the same list until it changes, so that typing draws nothing again. */
export const useFaults = (): readonly Fault[] => {
  const when = useFinishWhen();
  const faultsOf = useMemo(() => rememberedFaults(when), [when]);
  return useVisit(faultsOf);
};

const rememberedFaults = (when: () => FinishWhen) => {
  let kept: readonly Fault[] = [];
  return (visit: Visit): readonly Fault[] => {
    const finished = finishAsChosen(visit, when());
    const found = finished.ok ? [] : finished.error.reasons;
    if (JSON.stringify(found) !== JSON.stringify(kept)) kept = found;
    return kept;
  };
};
