import type { Slug } from "../../schema/ids";
import { type ImportedChoice, choicesOf } from "./choices";
import { itemTypes } from "./conformance";
import { extensionsOf } from "./extensions";
import type { FhirItem } from "./fhir-questionnaire";
import { asSlug, createNames, looksLikePath } from "./names";
import { leaveOutOtherFields, type ImportReport } from "./report";

/** A foreign item with all that is decided about it alone: its name here, its choices, whether it is taken over. */
export interface IndexedItem {
  readonly fhir: FhirItem;
  readonly path: string;
  readonly name: Slug;
  readonly choices: readonly ImportedChoice[];
  /** Left out itself, or with something above it. */
  readonly isLeftOut: boolean;
  /** The group that repeats and that this is in, or is itself. */
  readonly repeating: IndexedItem | undefined;
  readonly most: number;
  /** A condition that is calculated somewhere else, and cannot be asked here. */
  readonly hasOwnExpression: boolean;
  readonly items: readonly IndexedItem[];
}

/** Looks at every item once, in order; what is left out or refused is said at its place. */
export const indexItems = (items: readonly FhirItem[], report: ImportReport): readonly IndexedItem[] => {
  const nameFor = createNames();
  const firstAt = new Map<string, string>();

  const index = (list: readonly FhirItem[], path: string, above: Above): readonly IndexedItem[] =>
    list.map((fhir, at) => {
      const here = `${path}/${at}`;
      linkIdFaults(fhir, here, firstAt, report);
      leaveOutOtherFields(report, fhir, `${here}/`, KNOWN);
      const known = extensionsOf(fhir, here, ["hidden", "maxOccurs", "calculated", "answers", "condition"], report);
      const isHidden = known.get("hidden")?.extension["valueBoolean"] === true;
      const names = new Set([...known.keys()].filter((name) => name !== "hidden" || isHidden));
      const reason = above.isLeftOut ? undefined : whyLeftOut(fhir, names, here, report);
      if (reason !== undefined) report.leaveOut(reason.path, reason.reason);
      const isLeftOut = above.isLeftOut || reason !== undefined;
      const repeats = !isLeftOut && repeatsHere(fhir, here, above.repeating !== undefined, report);
      const most = known.get("maxOccurs")?.extension["valueInteger"];
      const indexed: Mutable<IndexedItem> = {
        fhir,
        path: here,
        name: nameFor(asSlug(fhir.linkId), "item"),
        choices: isLeftOut || !CHOOSES.has(fhir.type) ? [] : choicesOf(fhir, here, report),
        isLeftOut,
        repeating: above.repeating,
        most: typeof most === "number" && most >= 2 && most <= MOST ? most : USUAL,
        hasOwnExpression: known.has("condition"),
        items: [],
      };
      if (repeats) indexed.repeating = indexed;
      indexed.items = index(fhir.item ?? [], `${here}/item`, { isLeftOut, repeating: indexed.repeating });
      if (!isLeftOut) shapeOf(indexed, report);
      return indexed;
    });
  return index(items, "item", { isLeftOut: false, repeating: undefined });
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Above {
  readonly isLeftOut: boolean;
  readonly repeating: IndexedItem | undefined;
}

/** How often another may be added where the questionnaire does not say, and at most. */
const USUAL = 20;
const MOST = 50;

const KNOWN: ReadonlySet<string> = new Set(
  (
    "linkId type text prefix required repeats readOnly answerOption answerValueSet enableWhen enableBehavior item " +
    "extension modifierExtension id definition code"
  ).split(" "),
);

/** The two types that are answered by choosing. */
export const CHOOSES: ReadonlySet<string> = new Set(["choice", "open-choice"]);

const linkIdFaults = ({ linkId }: FhirItem, path: string, firstAt: Map<string, string>, report: ImportReport): void => {
  const first = firstAt.get(linkId);
  if (first === undefined) firstAt.set(linkId, path);
  else report.refuse(`${path}/linkId`, `this linkId is given twice; first at ${first}`);
  if (looksLikePath(linkId)) report.refuse(`${path}/linkId`, "this looks like a way through folders");
};

const whyLeftOut = (
  { type, readOnly, answerValueSet, answerOption }: FhirItem,
  known: ReadonlySet<string>,
  path: string,
  report: ImportReport,
): { readonly path: string; readonly reason: string } | undefined => {
  const row = Object.hasOwn(itemTypes, type) ? itemTypes[type as keyof typeof itemTypes] : undefined;
  if (row === undefined) {
    report.refuse(`${path}/type`, "there is no such type of item in FHIR R4");
    return undefined;
  }
  if (row.support === "left out") return { path: `${path}/type`, reason: `the type "${type}" is not supported` };
  if (known.has("hidden")) return { path, reason: "this is hidden from people" };
  if (known.has("calculated")) return { path, reason: "this is calculated and not asked" };
  if (readOnly === true && row !== itemTypes.group && row !== itemTypes.display) {
    return { path: `${path}/readOnly`, reason: "nobody is to answer this" };
  }
  if (answerValueSet !== undefined) {
    if (answerOption !== undefined)
      report.refuse(`${path}/answerValueSet`, "answers are given twice, here and in answerOption");
    return { path: `${path}/answerValueSet`, reason: "a value set is not supported; list the answers" };
  }
  if (known.has("answers") && answerOption === undefined) return { path, reason: "the answers are calculated" };
  return undefined;
};

const repeatsHere = (
  { type, repeats, item = [] }: FhirItem,
  path: string,
  isInside: boolean,
  report: ImportReport,
): boolean => {
  if (repeats !== true || CHOOSES.has(type) || type === "display") return false;
  if (type === "group" && !isInside) return item.length > 0;
  report.leaveOut(
    `${path}/repeats`,
    type === "group" ? "inside a group that repeats, this is asked once a round" : "this is asked once",
  );
  return false;
};

/** What FHIR itself forbids, or what leaves nothing to ask. */
const shapeOf = ({ fhir, path, choices }: IndexedItem, report: ImportReport): void => {
  const { type, item, required, repeats, answerOption } = fhir;
  if (type === "group" && (item ?? []).length === 0) report.refuse(path, "this group is empty");
  if (type === "group" && required === true) {
    report.leaveOut(`${path}/required`, "a group is not answered; what is in it may be required");
  }
  if (type === "display") {
    for (const [field, value] of Object.entries({ item, required, repeats })) {
      if (value !== undefined && value !== false) report.refuse(`${path}/${field}`, "a display is only read");
    }
  }
  if (CHOOSES.has(type) && answerOption === undefined) report.refuse(path, "there is nothing to choose from");
  else if (CHOOSES.has(type) && choices.length === 0) {
    report.refuse(`${path}/answerOption`, "none of these can be chosen here, so there is nothing to choose from");
  }
  if (!CHOOSES.has(type) && answerOption !== undefined) {
    report.leaveOut(`${path}/answerOption`, "this is asked freely");
  }
};
