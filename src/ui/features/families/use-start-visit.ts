import { useState, useTransition } from "react";
import { useNavigate } from "react-router";
import type { CaseBody } from "#core/schema/case";
import type { Id } from "#core/schema/ids";
import { useServices } from "../../app/services";
import type { CannotBegin } from "./begin-visit";

/** Starting a visit with a child, or going to the one that was begun, and what stood in the way. */
export const useStartVisit = (caseId: Id, caseBody: CaseBody) => {
  const services = useServices();
  const navigate = useNavigate();
  const [isStarting, startTransition] = useTransition();
  const [problem, setProblem] = useState<CannotBegin | null>(null);
  const start = (): void => {
    setProblem(null);
    startTransition(async () => {
      const { beginVisit } = await import("./begin-visit"); // not part of the first script
      const begun = await beginVisit(services, caseId, caseBody);
      if (begun.ok) await navigate(begun.value);
      else setProblem(begun.error);
    });
  };
  return { start, isStarting, problem };
};
