import { PlainDate } from "../../schema/plain-date";
import type { Condition } from "../../schema/questionnaire";
import type { FhirEnableWhen } from "./fhir-questionnaire";
import { extensionsOf } from "./extensions";
import { CHOOSES, type IndexedItem } from "./index-items";
import type { ImportReport } from "./report";

/** Where every part of what is built came from, so that a fault in it is named by the foreign file's place. */
export type PlaceOf = Map<object, string>;

/**
 * The condition of a foreign item.
 *
 * Missing  undefined where there is none, or where part of it cannot be asked here: then the item is always shown,
 *          because an item that is shown too often is answered with "does not apply", and one hidden too often is lost.
 */
export const conditionOf = (
  item: IndexedItem,
  itemOf: (linkId: string) => IndexedItem | undefined,
  placeOf: PlaceOf,
  report: ImportReport,
): Condition | undefined => {
  const { fhir, path } = item;
  const tests = fhir.enableWhen ?? [];
  if (item.hasOwnExpression) {
    report.leaveOut(path, "its condition is calculated and is not supported: this is always shown");
    return undefined;
  }
  const behaviour = behaviourOf(item, report);
  const parts = tests.map((test, index) => {
    const at = `${path}/enableWhen/${index}`;
    extensionsOf(test, at, [], report);
    const part = partOf(test, at, item, itemOf(test.question));
    if (part.kind === "refused") report.refuse(part.path, part.reason);
    if (part.kind === "left-out") report.leaveOut(at, `${part.reason}: this is always shown`);
    if (part.kind === "test") register(placeOf, part.condition, at);
    return part;
  });
  const conditions = parts.flatMap((part) => (part.kind === "test" ? [part.condition] : []));
  const [first] = conditions;
  if (conditions.length < parts.length || first === undefined) return undefined;
  if (conditions.length === 1) return first;
  const together: Condition = { test: behaviour, of: conditions };
  placeOf.set(together, `${path}/enableWhen`);
  return together;
};

/** Both must hold; either may be missing. */
export const both = (one: Condition | undefined, other: Condition | undefined): Condition | undefined =>
  one === undefined || other === undefined ? (one ?? other) : { test: "all", of: [one, other] };

type Part =
  | { readonly kind: "test"; readonly condition: Condition }
  | { readonly kind: "left-out"; readonly reason: string }
  | { readonly kind: "refused"; readonly path: string; readonly reason: string };

const behaviourOf = ({ fhir, path }: IndexedItem, report: ImportReport): "all" | "any" => {
  const { enableBehavior, enableWhen = [] } = fhir;
  if (enableBehavior === "any" || enableBehavior === "all") return enableBehavior;
  if (enableBehavior !== undefined) report.refuse(`${path}/enableBehavior`, "use any or all");
  else if (enableWhen.length > 1) report.refuse(`${path}/enableBehavior`, "say whether any or all of these must be so");
  return "all";
};

const partOf = (test: FhirEnableWhen, at: string, item: IndexedItem, asked: IndexedItem | undefined): Part => {
  const refused = (field: string, reason: string): Part => ({ kind: "refused", path: `${at}/${field}`, reason });
  const answers = Object.keys(test).filter((field) => field.startsWith("answer"));
  if (asked === undefined) return refused("question", "there is no item with this linkId");
  if (!OPERATORS.has(test.operator)) return refused("operator", "use exists, =, !=, >, <, >= or <=");
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) {
    return {
      kind: "refused",
      path: at,
      reason: answer === undefined ? "the answer is missing" : "there are two answers",
    };
  }
  if (asked.isLeftOut) return { kind: "left-out", reason: "it depends on an item that was left out" };
  const { type } = asked.fhir;
  if (type === "group" || type === "display") return refused("question", "nothing is answered there");
  if (asked.repeating !== undefined && asked.repeating !== item.repeating) {
    return { kind: "left-out", reason: "it depends on an item that is asked several times" };
  }
  if (test.operator === "exists") {
    if (test.answerBoolean === undefined) return refused(answer, "exists is true or false");
    const answered: Condition = { test: "answered", item: asked.name };
    return { kind: "test", condition: test.answerBoolean ? answered : { test: "not", of: answered } };
  }
  if (type === "string" || type === "text") {
    return { kind: "left-out", reason: "words can only be asked whether they are there" };
  }
  const value = valueOf(test, asked);
  if (value === undefined)
    return refused(answer, CHOOSES.has(type) ? NO_CHOICE : `"${type}" is not answered like this`);
  if (value === "partial") return { kind: "left-out", reason: "a part of a date is not supported" };
  return (
    compared(test.operator, asked, value.is) ?? refused("operator", "only whole numbers and days are greater or less")
  );
};

const OPERATORS: ReadonlySet<string> = new Set(["exists", "=", "!=", ">", "<", ">=", "<="]);
const NO_CHOICE = "this is none of the answers that can be chosen, so it can never be so";

/** The value to compare with, as we have it. */
const valueOf = (
  { answerBoolean, answerInteger, answerDate, answerString, answerCoding }: FhirEnableWhen,
  { fhir, choices }: IndexedItem,
): { readonly is: string | number | boolean } | "partial" | undefined => {
  const known = (is: string | number | boolean | undefined) => (is === undefined ? undefined : { is });
  if (fhir.type === "boolean") return known(answerBoolean);
  if (fhir.type === "integer") return known(answerInteger);
  if (fhir.type === "date") {
    if (answerDate !== undefined && /^\d{4}(?:-\d{2})?$/.test(answerDate)) return "partial";
    return known(PlainDate.safeParse(answerDate).data);
  }
  const chosen = choices.find(({ from }) => {
    if (answerString !== undefined) return from.valueString === answerString;
    if (answerInteger !== undefined) return from.valueInteger === answerInteger;
    const { code, system, display } = answerCoding ?? {};
    const coding = from.valueCoding;
    const sameSystem = system === undefined || coding?.system === undefined || system === coding.system;
    return (
      coding !== undefined && sameSystem && (code === undefined ? coding.display === display : coding.code === code)
    );
  });
  return known(chosen?.id);
};

const compared = (
  operator: string,
  { fhir, name }: IndexedItem,
  value: string | number | boolean,
): Part | undefined => {
  const equals: Condition = { test: "equals", item: name, value };
  if (operator === "=") return { kind: "test", condition: equals };
  if (operator === "!=") return { kind: "test", condition: { test: "not", of: equals } };
  if (typeof value === "boolean" || CHOOSES.has(fhir.type)) return undefined;
  const ordered: Condition = { test: operator.startsWith(">") ? "greater" : "less", item: name, value };
  return { kind: "test", condition: operator.endsWith("=") ? { test: "any", of: [ordered, equals] } : ordered };
};

const register = (placeOf: PlaceOf, condition: Condition, path: string): void => {
  placeOf.set(condition, path);
  if (condition.test === "not") register(placeOf, condition.of, path);
  if (condition.test === "all" || condition.test === "any")
    for (const part of condition.of) register(placeOf, part, path);
};
