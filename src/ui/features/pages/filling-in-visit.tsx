import { Navigate, useParams } from "react-router";
import { useIsGuest } from "../../app/family-view/use-family-view";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { FillingFrame } from "./filling-frame";

/** The pages of a questionnaire on the shared screen, in a visit. What is finished is only read. */
export const FillingInVisit = () => {
  const { questionnaireId = "", personId = "" } = useParams();
  const { finished } = useOpenVisit();
  const path = useVisitPath();
  const isGuest = useIsGuest();
  const here = path(`pages/${questionnaireId}/${personId}`);
  if (finished) return <Navigate to={path(`pages/${questionnaireId}`)} replace />;
  return (
    <AgreementGate>
      <FillingFrame
        key={`${questionnaireId} ${personId}`}
        questionnaireId={questionnaireId}
        personId={personId}
        screen="shared"
        endPath={here}
        outPath={isGuest ? `${here}/_done` : path("more")}
      />
    </AgreementGate>
  );
};
