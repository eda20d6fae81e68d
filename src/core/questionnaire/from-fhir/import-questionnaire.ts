import { limitFaults } from "../../json/within-limits";
import { err, ok, type Result } from "../../result";
import { LanguageTag } from "../../schema/ids";
import type { Questionnaire } from "../../schema/questionnaire";
import { type ShapeFault, shapeFaults } from "../../schema/shape-faults";
import { loadQuestionnaire } from "../load-questionnaire";
import { fieldIn } from "../outline";
import { buildPages } from "./build-pages";
import type { PlaceOf } from "./conditions";
import { extensionsOf } from "./extensions";
import { FhirQuestionnaire } from "./fhir-questionnaire";
import { indexItems } from "./index-items";
import { asSlug, looksLikePath } from "./names";
import { createReport, leaveOutOtherFields, type ImportReport } from "./report";
import { textFor } from "./texts";

/** What the importer says that the file may not. */
export interface ImportOptions {
  readonly licence?: string | undefined;
  /** The version that it gets here; a foreign version is words and cannot be counted. */
  readonly version?: number | undefined;
}

/** A questionnaire of ours, and every part of the foreign one that is not in it, with its place. */
export interface ImportedQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly leftOut: readonly ShapeFault[];
}

/**
 * Makes a questionnaire of ours from a FHIR R4 Questionnaire.
 *
 * Errors  every fault with its place in the foreign file; without a licence, in it or from the importer, it is refused.
 * Source  docs/conformance/fhir-questionnaire.md
 */
export const importQuestionnaire = (
  resource: unknown,
  { licence, version = 1 }: ImportOptions = {},
): Result<ImportedQuestionnaire, readonly ShapeFault[]> => {
  const beyond = limitFaults(resource);
  if (beyond.length > 0) return err(beyond);
  if (!isFhirQuestionnaire(resource)) return err([{ path: "resourceType", reason: "this is no Questionnaire" }]);
  const read = FhirQuestionnaire.safeParse(resource);
  if (!read.success) return err(shapeFaults(read.error));
  const report = createReport();
  const fhir = read.data;
  const head = headOf(fhir, licence, report);
  const placeOf: PlaceOf = new Map();
  const { pages, pageWords, itemWords } = buildPages(indexItems(fhir.item, report), head.title, placeOf, report);
  if (pages.length === 0 && report.faults.length === 0)
    report.refuse("item", "nothing that is supported is left to ask");
  if (report.faults.length > 0) return err(report.faults);

  const structure = { format: 1, id: head.id, version, licence: head.licence, pages };
  const wording = { language: head.language, title: head.title, pages: pageWords, items: itemWords };
  const loaded = loadQuestionnaire({ file: "structure", content: structure }, { file: "words", content: wording });
  if (!loaded.ok)
    return err(
      loaded.error.faults.map(({ path, reason }) => ({ path: foreignPlace(structure, path, placeOf), reason })),
    );
  return ok({ questionnaire: loaded.value, leftOut: report.leftOut });
};

/** Whether a value calls itself a FHIR Questionnaire, be it right or wrong. */
export const isFhirQuestionnaire = (resource: unknown): boolean =>
  fieldIn(resource, "resourceType") === "Questionnaire";

interface Head {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly licence: string;
}

const headOf = (fhir: FhirQuestionnaire, licence: string | undefined, report: ImportReport): Head => {
  extensionsOf(fhir, "", [], report);
  leaveOutOtherFields(report, fhir, "", METADATA);
  if (fhir["implicitRules"] !== undefined) report.refuse("implicitRules", "these may change the meaning of everything");
  if (fhir.status === "retired") report.leaveOut("status", "this questionnaire is retired where it comes from");
  if (fhir.language === undefined) report.leaveOut("language", "there is none; taken as English (en)");
  else if (!LanguageTag.safeParse(fhir.language).success) report.refuse("language", "use a tag such as en-GB");

  for (const field of ["id", "name"] as const) {
    if (looksLikePath(fhir[field] ?? "")) report.refuse(field, "this looks like a way through folders");
  }
  const named = [fhir.id, fhir.name, fhir.url?.split("|")[0]?.split("/").at(-1)]
    .map((name) => asSlug(name ?? ""))
    .find((id) => id !== "");
  if (named === undefined) report.refuse("id", "give it an id, a name or a url");

  const licences = [licence, fhir.copyright].map((words) => words?.trim() ?? "").filter((words) => words !== "");
  if (licences.length === 0) {
    report.refuse("copyright", "say under which licence these words may be used: here, or with --licence");
  }
  return {
    id: named ?? "",
    title: textFor(fhir.title ?? fhir.name, "title", report),
    language: fhir.language ?? "en",
    licence: licences.join("\n"),
  };
};

/** Fields that say nothing of what is asked or shown, and those that are looked at elsewhere. */
const METADATA: ReadonlySet<string> = new Set(
  (
    "resourceType id meta implicitRules language text extension modifierExtension url identifier version name title " +
    "derivedFrom status experimental subjectType date publisher contact description useContext jurisdiction purpose " +
    "copyright approvalDate lastReviewDate effectivePeriod code item"
  ).split(" "),
);

/** Where the fault lies in the foreign file: the place of the innermost part on the way that came from there. */
const foreignPlace = (structure: object, path: string, placeOf: PlaceOf): string => {
  if (path === "licence") return "copyright";
  let place = path === "id" ? "id" : "";
  let at: unknown = structure;
  for (const step of path.split("/")) {
    if (typeof at !== "object" || at === null) break;
    at = (at as Readonly<Record<string, unknown>>)[step];
    if (typeof at === "object" && at !== null) place = placeOf.get(at) ?? place;
  }
  return place;
};
