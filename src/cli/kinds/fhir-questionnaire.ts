import { importQuestionnaire } from "#core/questionnaire/from-fhir/import-questionnaire";
import { err, ok } from "#core/result";
import { leftOutLines } from "../files/left-out-lines";
import { fieldOf, type FileKind } from "./file-kind";

/** A FHIR R4 Questionnaire: whether it can be imported, and what would be left out. */
export const fhirQuestionnaire: FileKind = {
  name: 'a FHIR R4 Questionnaire ("resourceType")',
  is: ({ content }) => fieldOf(content, "resourceType") !== undefined,
  check: ({ file, content, licence }) => {
    const imported = importQuestionnaire(content, { licence });
    if (!imported.ok) return err(imported.error.map((fault) => ({ file, ...fault })));
    const { questionnaire, leftOut } = imported.value;
    return ok(`can be imported as ${questionnaire.structure.id}; ${leftOutLines(leftOut)}`);
  },
};
