import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Chosen } from "#core/sync/merge-versions";
import type { TwoVersions } from "#core/sync/two-versions";
import { useServices } from "../../app/services";
import { isStale, type MergeValues, type OpenMerge, revIdsOf } from "./merge-draft";
import { type CannotKeep, keepMerge } from "./merge-keeper";

/** What is chosen, saved at every change, and the keeping of it. */
export const useMerging = (two: TwoVersions, draft: OpenMerge) => {
  const { t } = useTranslation("two-versions");
  const services = useServices();
  const navigate = useNavigate();
  const [values, setValues] = useState<MergeValues>(draft.opened);
  const [isKeeping, setIsKeeping] = useState(false);
  const [tried, setTried] = useState<{ readonly attempt: number; readonly refusal?: CannotKeep["type"] }>({
    attempt: 0,
  });
  const stale = isStale(values, two);
  const change = (next: MergeValues): void => {
    setValues(next);
    draft.changed(next);
  };
  const refuse = (refusal: CannotKeep["type"]): void => {
    setTried(({ attempt }) => ({ attempt: attempt + 1, refusal }));
  };
  return {
    choices: values.choices,
    isStale: stale,
    isKeeping,
    attempt: tried.attempt,
    errors: tried.refusal === undefined ? [] : [{ message: t(`refused.${tried.refusal}`) }],
    choose: (key: string, chosen: Chosen): void => {
      // Where another version came meanwhile, that stays said until somebody has looked again.
      const seenRevIds = stale ? values.seenRevIds : revIdsOf(two);
      change({ choices: { ...values.choices, [key]: chosen }, seenRevIds });
    },
    lookedAgain: (): void => {
      change({ ...values, seenRevIds: revIdsOf(two) });
    },
    keep: async (): Promise<void> => {
      if (stale) {
        refuse("ChangedMeanwhile");
        return;
      }
      setIsKeeping(true);
      const kept = await keepMerge({ services, draft }, two, values);
      setIsKeeping(false);
      if (kept.ok) await navigate(`/cases/${two.caseId}`, { replace: true });
      else refuse(kept.error.type);
    },
  };
};
