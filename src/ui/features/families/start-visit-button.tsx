import { useTranslation } from "react-i18next";
import type { Family } from "#core/case/family";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { CannotBeginNote } from "./cannot-begin-note";
import { useStartVisit } from "./use-start-visit";
import { visitPath } from "./visit-path";

/** The one main action with a family: to start a visit, or to carry on with the one that was begun. */
export const StartVisitButton = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation("home");
  const { start, isStarting, problem } = useStartVisit(family.caseId, family.caseBody);
  const unfinished = family.unfinished[0];

  if (unfinished !== undefined) {
    return (
      <ButtonLink weight="main" to={visitPath(unfinished)}>
        {t("carryOn")}
      </ButtonLink>
    );
  }
  return (
    <>
      <Button weight="main" disabled={isStarting} onClick={start}>
        {t("start")}
      </Button>
      {problem !== null && <CannotBeginNote problem={problem} />}
    </>
  );
};
