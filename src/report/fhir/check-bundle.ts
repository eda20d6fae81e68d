import { z } from "zod";
import { FhirQuestionnaire } from "#core/questionnaire/from-fhir/fhir-questionnaire";
import { type ShapeFault, shapeFaults } from "#core/schema/shape-faults";
import { FhirResponse, responseFaults } from "./check-response";

const Entry = z.looseObject({
  fullUrl: z.string().min(1, "without a name nothing can point to it"),
  resource: z.looseObject({ resourceType: z.string().min(1) }),
});
const FhirBundle = z.looseObject({
  resourceType: z.literal("Bundle"),
  type: z.literal("collection", "a collection is what is read here"),
  entry: z.array(Entry).min(1, "nothing is in it"),
});

/** What is wrong with a Bundle, and how many responses it holds. */
export interface BundleFaults {
  readonly faults: readonly ShapeFault[];
  readonly responses: number;
}

/**
 * Checks a FHIR R4 Bundle as this program writes them: every name is given once and leads somewhere inside, and every
 * response answers the questionnaire that lies beside it. Nothing that somebody said is repeated.
 *
 * Source  docs/conformance/fhir-bundle.md
 */
export const bundleFaults = (content: unknown): BundleFaults => {
  const read = FhirBundle.safeParse(content);
  if (!read.success) return { faults: shapeFaults(read.error), responses: 0 };
  const { entry } = read.data;
  const faults: ShapeFault[] = [];
  const names = new Set<string>();
  const questionnaires = new Map<string, FhirQuestionnaire>();
  for (const [index, { fullUrl, resource }] of entry.entries()) {
    if (names.has(fullUrl)) faults.push({ path: `entry/${index}/fullUrl`, reason: "this name is given twice" });
    names.add(fullUrl);
    if (resource.resourceType !== "Questionnaire") continue;
    const questionnaire = FhirQuestionnaire.safeParse(resource);
    if (questionnaire.success) {
      questionnaires.set(`${questionnaire.data.url ?? ""}|${String(resource["version"])}`, questionnaire.data);
    } else faults.push(...under(`entry/${index}/resource`, shapeFaults(questionnaire.error)));
  }
  let responses = 0;
  for (const [index, { resource }] of entry.entries()) {
    const at = `entry/${index}/resource`;
    faults.push(...under(at, referenceFaults(resource, names)));
    if (resource.resourceType !== "QuestionnaireResponse") continue;
    responses += 1;
    const response = FhirResponse.safeParse(resource);
    if (!response.success) faults.push(...under(at, shapeFaults(response.error)));
    else faults.push(...under(at, responseFaults(questionnaires.get(response.data.questionnaire), response.data)));
  }
  return { faults, responses };
};

const under = (place: string, faults: readonly ShapeFault[]): readonly ShapeFault[] =>
  faults.map(({ path, reason }) => ({ path: path === "" ? place : `${place}/${path}`, reason }));

const referenceFaults = (part: unknown, names: ReadonlySet<string>, at = ""): readonly ShapeFault[] => {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    const place = at === "" ? key : `${at}/${key}`;
    const isName = key === "reference" && typeof value === "string";
    if (isName) return names.has(value) ? [] : [{ path: place, reason: "this leads to nothing in the Bundle" }];
    return referenceFaults(value, names, place);
  });
};
