import { useParams } from "react-router";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { FillingFrame } from "./filling-frame";
import { OwnFinished } from "./finished-pages";

/** A questionnaire that is never shared, answered and read by the practitioner alone. */
export const FillingAlone = () => {
  const { questionnaireId = "" } = useParams();
  const { practitioner } = useServices();
  const { caseId, finished } = useOpenVisit();
  const path = useVisitPath();
  if (finished) return <OwnFinished questionnaireId={questionnaireId} />;
  return (
    <FillingFrame
      questionnaireId={questionnaireId}
      personId={practitioner.id}
      screen="own"
      endPath={path(`own/${questionnaireId}`)}
      outPath={`/cases/${caseId}`}
    />
  );
};
