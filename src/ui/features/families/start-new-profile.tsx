import { useTranslation } from "react-i18next";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { CannotBeginNote } from "./cannot-begin-note";
import { useStartVisit } from "./use-start-visit";

/** The way from a finished profile to a new one beside it; one that was begun is carried on. */
export const StartNewProfile = () => {
  const { t } = useTranslation("families");
  const { caseId, caseBody } = useOpenVisit();
  const { start, isStarting, problem } = useStartVisit(caseId, caseBody);
  return (
    <>
      <Button disabled={isStarting} onClick={start}>
        {t("startNewProfile")}
      </Button>
      {problem !== null && <CannotBeginNote problem={problem} />}
    </>
  );
};
