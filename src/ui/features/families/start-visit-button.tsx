import { useState, useTransition } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Family } from "#core/case/family";
import { unreachable } from "#core/result";
import { NEW_VISIT_FLOOR_BYTES } from "#storage/new-visit-room";
import { useServices } from "../../app/services";
import { Button, ButtonLink } from "../../components/button";
import { useFormat } from "../../i18n/use-format";
import type { CannotBegin } from "./begin-visit";
import styles from "./families.module.css";
import { visitPath } from "./visit-path";

/** The one main action with a family: to start a visit, or to carry on with the one that was begun. */
export const StartVisitButton = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation("home");
  const services = useServices();
  const navigate = useNavigate();
  const [isStarting, startTransition] = useTransition();
  const [problem, setProblem] = useState<CannotBegin | null>(null);
  const unfinished = family.unfinished[0];

  if (unfinished !== undefined) {
    return (
      <ButtonLink weight="main" to={visitPath(unfinished)}>
        {t("carryOn")}
      </ButtonLink>
    );
  }
  const start = (): void => {
    setProblem(null);
    startTransition(async () => {
      const { beginVisit } = await import("./begin-visit"); // not part of the first script
      const begun = await beginVisit(services, family.caseId, family.caseBody);
      if (begun.ok) await navigate(begun.value);
      else setProblem(begun.error);
    });
  };
  return (
    <>
      <Button weight="main" disabled={isStarting} onClick={start}>
        {t("start")}
      </Button>
      {problem !== null && <Problem problem={problem} />}
    </>
  );
};

const Problem = ({ problem }: { readonly problem: CannotBegin }) => {
  const { t } = useTranslation("home");
  const format = useFormat();
  const words = (): string => {
    switch (problem.type) {
      case "NoRoom":
        return t("cannotStart.noRoom", { size: format.bytes(NEW_VISIT_FLOOR_BYTES) });
      case "BegunElsewhere":
      case "ChangedElsewhere":
        return t("cannotStart.elsewhere");
      case "QuotaExceeded":
      case "BlockedByOtherTab":
      case "NotSupported":
      case "DatabaseClosed":
      case "Unknown":
        return t("cannotStart.notSaved");
      default:
        return unreachable(problem);
    }
  };
  return (
    <p className={styles.problem} role="alert">
      {words()}
    </p>
  );
};
