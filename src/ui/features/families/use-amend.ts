import { useState, useTransition } from "react";
import type { CaseBody } from "#core/schema/case";
import type { Id } from "#core/schema/ids";
import { useServices } from "../../app/services";
import { amendCase, type CannotAmend } from "../../app/amend-case";

/** Saves a change to one child's record, and says while it does and when it could not. */
export const useAmend = (caseId: Id) => {
  const services = useServices();
  const [isSaving, startTransition] = useTransition();
  const [problem, setProblem] = useState<CannotAmend | null>(null);
  const amend = (change: (body: CaseBody) => CaseBody, onSaved: () => void): void => {
    setProblem(null);
    startTransition(async () => {
      const amended = await amendCase(services, caseId, change);
      if (amended.ok) onSaved();
      else setProblem(amended.error);
    });
  };
  return { amend, isSaving, hasFailed: problem !== null };
};
