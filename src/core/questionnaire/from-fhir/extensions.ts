import { shownKey } from "../../schema/shape-faults";
import type { FhirExtension } from "./fhir-questionnaire";
import type { ImportReport } from "./report";

const FHIR = "http://hl7.org/fhir/StructureDefinition/";
const SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

/** The extensions that the import knows. */
export const EXTENSIONS = {
  hidden: `${FHIR}questionnaire-hidden`,
  maxOccurs: `${FHIR}questionnaire-maxOccurs`,
  ordinalValue: `${FHIR}ordinalValue`,
  itemWeight: `${FHIR}itemWeight`,
  calculated: `${SDC}calculatedExpression`,
  answers: `${SDC}answerExpression`,
  condition: `${SDC}enableWhenExpression`,
} as const;
type Known = keyof typeof EXTENSIONS;

interface Extended {
  readonly extension?: readonly FhirExtension[] | undefined;
  readonly modifierExtension?: readonly unknown[] | undefined;
}

/**
 * The known extensions of one element; every other is named as left out, and one that changes the meaning is refused.
 */
export const extensionsOf = (
  element: Extended,
  path: string,
  wanted: readonly Known[],
  report: ImportReport,
): ReadonlyMap<Known, FoundExtension> => {
  const found = new Map<Known, FoundExtension>();
  const at = path === "" ? "" : `${path}/`;
  if ((element.modifierExtension ?? []).length > 0) {
    report.refuse(`${at}modifierExtension`, "this changes the meaning in a way that is not known here");
  }
  for (const [index, extension] of (element.extension ?? []).entries()) {
    const name = wanted.find((each) => EXTENSIONS[each] === extension.url);
    const place = `${at}extension/${index}`;
    if (name !== undefined) found.set(name, { extension, path: place });
    else report.leaveOut(place, `the extension "${shownKey(tailOf(extension.url))}" is not used`);
  }
  return found;
};

export interface FoundExtension {
  readonly extension: FhirExtension;
  readonly path: string;
}

const tailOf = (url: string): string => url.split("/").at(-1) ?? "";
