import { Navigate, useParams } from "react-router";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { FillingFrame } from "./filling-frame";

/** The pages of a questionnaire on the shared screen, in a visit. What is finished is only read. */
export const FillingInVisit = () => {
  const { questionnaireId = "", personId = "" } = useParams();
  const { finished } = useOpenVisit();
  const path = useVisitPath();
  if (finished) return <Navigate to={path(`pages/${questionnaireId}`)} replace />;
  return (
    <AgreementGate>
      <FillingFrame
        key={`${questionnaireId} ${personId}`}
        questionnaireId={questionnaireId}
        personId={personId}
        screen="shared"
        endPath={path(`pages/${questionnaireId}/${personId}`)}
        outPath={path("more")}
      />
    </AgreementGate>
  );
};
