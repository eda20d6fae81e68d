import { limitFaults } from "#core/json/within-limits";
import { err, ok } from "#core/result";
import { bundleFaults } from "#report/fhir/check-bundle";
import { fieldOf, type FileKind } from "./file-kind";

/** A FHIR R4 Bundle as `export:fhir` writes it. Nothing of what was said is printed. */
export const fhirBundle: FileKind = {
  name: 'a FHIR R4 Bundle ("resourceType": "Bundle")',
  is: ({ content }) => fieldOf(content, "resourceType") === "Bundle",
  check: ({ file, content }) => {
    const beyond = limitFaults(content);
    const { faults, responses } = beyond.length > 0 ? { faults: beyond, responses: 0 } : bundleFaults(content);
    if (faults.length > 0) return err(faults.map((fault) => ({ file, ...fault })));
    return ok(`a Bundle with ${responses} ${responses === 1 ? "response" : "responses"} to its questionnaire`);
  },
};
