import type { Slug } from "../../schema/ids";
import { extensionsOf } from "./extensions";
import type { FhirAnswerOption, FhirCoding, FhirItem } from "./fhir-questionnaire";
import { asSlug, createNames } from "./names";
import { leaveOutOtherFields, type ImportReport } from "./report";
import { textFor } from "./texts";

/** A choice as it will be, with what a condition may name it by. */
export interface ImportedChoice {
  readonly id: Slug;
  readonly words: string;
  readonly points: number | undefined;
  readonly path: string;
  readonly from: FhirAnswerOption;
}

/** The choices of an item; those of a type that is not supported are named and left out. */
export const choicesOf = (item: FhirItem, path: string, report: ImportReport): readonly ImportedChoice[] => {
  const nameFor = createNames();
  const seen = new Map<string, string>();
  return (item.answerOption ?? []).flatMap((option, index): readonly ImportedChoice[] => {
    const at = `${path}/answerOption/${index}`;
    const given = givenIn(option);
    leaveOutOtherFields(report, option, `${at}/`, KNOWN);
    if (given === undefined) {
      report.leaveOut(at, "only valueCoding, valueString and valueInteger are supported");
      return [];
    }
    if (given.code === undefined) {
      report.refuse(`${at}/valueCoding`, "a coding needs a code or a display");
      return [];
    }
    const first = seen.get(given.key);
    if (first !== undefined) report.refuse(at, `this can be chosen twice; first at ${first}`);
    seen.set(given.key, at);
    if (given.isCodeShown) report.leaveOut(`${at}/valueCoding/display`, "there is none; the code is shown");
    return [
      {
        id: nameFor(asSlug(given.code), `choice-${index + 1}`),
        words: textFor(given.words, `${at}/${given.field}`, report),
        points: pointsIn(option, at, report),
        path: at,
        from: option,
      },
    ];
  });
};

const KNOWN: ReadonlySet<string> = new Set([
  "id",
  "valueCoding",
  "valueString",
  "valueInteger",
  "extension",
  "modifierExtension",
  // Named by the choice itself, as one that is not supported.
  "valueDate",
  "valueTime",
  "valueReference",
]);

interface Given {
  readonly field: string;
  readonly key: string;
  readonly code: string | undefined;
  readonly words: string;
  readonly isCodeShown: boolean;
}

const givenIn = ({ valueCoding, valueString, valueInteger }: FhirAnswerOption): Given | undefined => {
  if (valueCoding !== undefined) {
    const { code, display } = valueCoding;
    const words = display ?? code ?? "";
    const key = `coding ${valueCoding.system ?? ""}|${code ?? words}`;
    const field = display === undefined ? "valueCoding/code" : "valueCoding/display";
    return { field, key, code: code ?? display, words, isCodeShown: display === undefined && code !== undefined };
  }
  if (valueString !== undefined) {
    const key = `string ${valueString}`;
    return { field: "valueString", key, code: valueString, words: valueString, isCodeShown: false };
  }
  if (valueInteger === undefined) return undefined;
  const words = String(valueInteger);
  const code = words.replace("-", "minus-");
  return { field: "valueInteger", key: `integer ${words}`, code, words, isCodeShown: false };
};

const pointsIn = (option: FhirAnswerOption, at: string, report: ImportReport): number | undefined => {
  const coding: FhirCoding = option.valueCoding ?? {};
  const found = [
    extensionsOf(option, at, ["ordinalValue", "itemWeight"], report),
    extensionsOf(coding, `${at}/valueCoding`, ["ordinalValue", "itemWeight"], report),
  ].flatMap((known) => [...known.values()]);
  const [first] = found;
  if (first === undefined) return undefined;
  const points = first.extension["valueDecimal"];
  if (typeof points !== "number") {
    report.refuse(`${first.path}/valueDecimal`, "a number is missing");
    return undefined;
  }
  if (Number.isInteger(points) && points >= 0 && points <= 100) return points;
  report.leaveOut(`${first.path}/valueDecimal`, "points are whole numbers from 0 to 100; this choice has none");
  return undefined;
};
