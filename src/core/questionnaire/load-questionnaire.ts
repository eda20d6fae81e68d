import type { z } from "zod";
import type { Fault, MalformedQuestionnaire, QuestionnaireFile } from "../instrument/load-instrument";
import { limitFaults } from "../json/within-limits";
import { err, ok, type Result } from "../result";
import { type Questionnaire, QuestionnaireStructure, QuestionnaireWording } from "../schema/questionnaire";
import { type ShapeFault, shapeFaults } from "../schema/shape-faults";
import { type Outline, outlineOf } from "./outline";
import { structureFaults } from "./structure-faults";
import { wordingFaults } from "./wording-faults";

/**
 * Reads a questionnaire's structure and its words in one language, and checks each against the other.
 *
 * Errors  `MalformedQuestionnaire` with every fault found: file, path and reason; nothing is half-accepted.
 */
export const loadQuestionnaire = (
  structureFile: QuestionnaireFile,
  wordingFile: QuestionnaireFile,
): Result<Questionnaire, MalformedQuestionnaire> => {
  const structure = readStructure(structureFile.content);
  const wording = readWording(wordingFile.content, structure.outline);
  const faults = [...inFile(structureFile, structure.faults), ...inFile(wordingFile, wording.faults)];
  return structure.value !== undefined && wording.value !== undefined && faults.length === 0
    ? ok({ structure: structure.value, wording: wording.value })
    : err({ type: "MalformedQuestionnaire", faults });
};

/** The same for a structure alone, whatever languages it has words in. */
export const loadStructure = (file: QuestionnaireFile): Result<QuestionnaireStructure, MalformedQuestionnaire> => {
  const { value, faults } = readStructure(file.content);
  return value !== undefined && faults.length === 0
    ? ok(value)
    : err({ type: "MalformedQuestionnaire", faults: inFile(file, faults) });
};

/** What could be read, with every fault; a value beside faults is not to be used. */
interface Read<T> {
  readonly value?: T | undefined;
  readonly faults: readonly ShapeFault[];
  /** Missing where the content is too large or too deep to be looked into. */
  readonly outline?: Outline;
}

const readStructure = (content: unknown): Read<QuestionnaireStructure> => {
  const beyond = limitFaults(content);
  if (beyond.length > 0) return { faults: beyond };
  const { value, faults } = readShape(QuestionnaireStructure, content);
  const outline = outlineOf(content);
  return { value, faults: [...faults, ...structureFaults(outline)], outline };
};

const readWording = (content: unknown, outline: Outline | undefined): Read<QuestionnaireWording> => {
  const beyond = limitFaults(content);
  if (beyond.length > 0) return { faults: beyond };
  const { value, faults } = readShape(QuestionnaireWording, content);
  // Beyond the limits the structure was not looked at: what stands there would seem to be named by nothing.
  const isWhole = outline !== undefined && outline.faults.length === 0;
  return { value, faults: [...faults, ...(isWhole ? wordingFaults(outline, content) : [])] };
};

const readShape = <T>(schema: z.ZodType<T>, content: unknown): Read<T> => {
  const { data, error } = schema.safeParse(content);
  return { value: data, faults: error === undefined ? [] : shapeFaults(error) };
};

const inFile = ({ file }: QuestionnaireFile, faults: readonly ShapeFault[]): readonly Fault[] =>
  faults.map((fault) => ({ file, ...fault }));
