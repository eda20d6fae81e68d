import { useTranslation } from "react-i18next";
import { deciderOf, isPresumedAble } from "#core/flow/agreement";
import { agreementIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { Decision } from "./decision";
import { OwnDecision } from "./own-decision";
import { Understanding } from "./understanding";
import { WhoDecides } from "./who-decides";

/**
 * Who agrees, by age and understanding, and the answer in their words. Once it is a no, nothing more is asked: the
 * answer and its words stay, and turning it back is a step of its own.
 */
export const AgreementCard = () => {
  const { t } = useTranslation("start");
  const { ageYears } = useOpenVisit();
  const decider = useVisit((visit) => deciderOf(ageYears, agreementIn(visit)));
  const saidNo = useVisit((visit) => agreementIn(visit).decision === "no");
  return (
    <Card>
      <h2>{t("agreement.title")}</h2>
      {!saidNo && (isPresumedAble(ageYears) ? <OwnDecision /> : <Understanding />)}
      {!saidNo && (decider === "parent" || decider === "best-interests") && <WhoDecides decider={decider} />}
      {decider !== "ask-first" && <Decision decider={decider} />}
    </Card>
  );
};
