import { useState, useTransition } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import type { OpenReview } from "./review-draft";
import { type CannotFinishReview, createReviewFinisher } from "./review-finisher";
import type { ReviewStore } from "./review-store";

/** Keeping what was said, once: asked by the form, answered on the page of the plan. */
export const useFinishing = (draft: OpenReview, store: ReviewStore) => {
  const { t } = useTranslation("review");
  const services = useServices();
  const path = useVisitPath();
  const navigate = useNavigate();
  const { store: visit, caseId } = useOpenVisit();
  const [finisher] = useState(() => {
    const { profileId, planId, plan, profile } = visit.get();
    const { practice } = profile.sections.frame;
    return createReviewFinisher({ services, draft, of: { profileId, planId, caseId, plan: plan.sections, practice } });
  });
  const [isFinishing, startTransition] = useTransition();
  const [tried, setTried] = useState<{ readonly attempt: number; readonly refusal?: CannotFinishReview }>({
    attempt: 0,
  });

  const finish = (): void => {
    const attempt = tried.attempt + 1;
    setTried({ attempt });
    startTransition(async () => {
      const finished = await finisher.finish(store.get());
      if (finished.ok) await navigate(path("plan"), { replace: true, state: { keptReviewId: finished.value } });
      else setTried({ attempt, refusal: finished.error });
    });
  };

  return {
    finish,
    isFinishing,
    attempt: tried.attempt,
    errors: tried.refusal === undefined ? [] : [{ message: t(`refused.${SAID[tried.refusal.type] ?? "NotSaved"}`) }],
  };
};

const SAID: Readonly<Record<string, "NothingSaid" | "ChangedElsewhere" | "QuotaExceeded" | "TooLarge">> = {
  NothingSaid: "NothingSaid",
  ChangedElsewhere: "ChangedElsewhere",
  QuotaExceeded: "QuotaExceeded",
  TooLarge: "TooLarge",
};
