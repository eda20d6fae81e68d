import type { z } from "zod";
import { err, ok, type Result } from "../result";
import { type Instrument, Structure, Wording } from "../schema/instrument";

/** One file of a questionnaire as it came from outside: its name, for the reader, and what it held. */
export interface QuestionnaireFile {
  readonly file: string;
  readonly content: unknown;
}

/**
 * Reads a questionnaire's structure and its words in one language, and checks each against the other.
 *
 * Errors  `MalformedQuestionnaire` with every fault found: file, path and reason; nothing is half-accepted.
 */
export const loadInstrument = (
  structureFile: QuestionnaireFile,
  wordingFile: QuestionnaireFile,
): Result<Instrument, MalformedQuestionnaire> => {
  const structure = Structure.safeParse(structureFile.content);
  const wording = Wording.safeParse(wordingFile.content);
  const faults = [
    ...faultsOfShape(structureFile.file, structure.error),
    ...faultsOfShape(wordingFile.file, wording.error),
    ...(structure.success ? faultsInStructure(structureFile.file, structure.data) : []),
    ...(structure.success && wording.success ? faultsInWording(wordingFile.file, structure.data, wording.data) : []),
  ];
  if (structure.success && wording.success && faults.length === 0) {
    return ok({ structure: structure.data, wording: wording.data });
  }
  return err({ type: "MalformedQuestionnaire", faults });
};

export interface MalformedQuestionnaire {
  readonly type: "MalformedQuestionnaire";
  readonly faults: readonly Fault[];
}

/** Where in which file something is wrong, and why. Holds names and paths, never a person's words. */
export interface Fault {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
}

/** What a schema complains of, each with its place in the file. */
export const faultsOfShape = (file: string, error: z.ZodError | undefined): Fault[] =>
  (error?.issues ?? []).map((issue) => ({ file, path: issue.path.map(String).join("/"), reason: issue.message }));

/** What zod cannot see: ids used twice and prompts for an age band that the questionnaire does not have. */
export const faultsInStructure = (file: string, structure: Structure): Fault[] => {
  const faults: Fault[] = [];
  const seenAt = new Map<string, string>();
  const once = (kind: string, id: string, path: string): void => {
    const first = seenAt.get(`${kind}:${id}`);
    if (first === undefined) seenAt.set(`${kind}:${id}`, path);
    else faults.push({ file, path, reason: `the id "${id}" is used twice; first at ${first}` });
  };

  structure.choices.forEach((choice, index) => {
    once("choice", choice.id, `choices/${index}/id`);
  });
  structure.strands.forEach((strand, strandIndex) => {
    once("strand", strand.id, `strands/${strandIndex}/id`);
    strand.prompts.forEach((prompt, promptIndex) => {
      const path = `strands/${strandIndex}/prompts/${promptIndex}`;
      once("prompt", prompt.id, `${path}/id`);
      prompt.bands.forEach((band, bandIndex) => {
        if (!structure.bands.includes(band)) {
          faults.push({
            file,
            path: `${path}/bands/${bandIndex}`,
            reason: `"${band}" is not one of this questionnaire's bands`,
          });
        }
      });
    });
  });
  return faults;
};

const faultsInWording = (file: string, structure: Structure, wording: Wording): Fault[] => {
  const faults: Fault[] = [
    ...keyFaults(
      file,
      "choices",
      structure.choices.map((choice) => choice.id),
      Object.keys(wording.choices),
    ),
    ...keyFaults(
      file,
      "strands",
      structure.strands.map((strand) => strand.id),
      Object.keys(wording.strands),
    ),
  ];
  for (const strand of structure.strands) {
    // A strand may be called "constructor", which every object seems to have words for.
    const words = Object.hasOwn(wording.strands, strand.id) ? wording.strands[strand.id] : undefined;
    if (words === undefined) continue;
    const path = `strands/${strand.id}`;
    faults.push(
      ...keyFaults(file, `${path}/descriptions`, structure.bands, Object.keys(words.descriptions)),
      ...keyFaults(file, `${path}/pattern`, strand.pattern ?? [], Object.keys(words.pattern ?? {})),
      ...keyFaults(
        file,
        `${path}/prompts`,
        strand.prompts.map((prompt) => prompt.id),
        Object.keys(words.prompts),
      ),
    );
  }
  return faults;
};

/** Words that are missing for what the structure names, and words for what it does not name. */
export const keyFaults = (
  file: string,
  path: string,
  expected: readonly string[],
  found: readonly string[],
): Fault[] => [
  ...expected
    .filter((key) => !found.includes(key))
    .map((key) => ({ file, path: `${path}/${key}`, reason: `the words for "${key}" are missing` })),
  ...found
    .filter((key) => !expected.includes(key))
    .map((key) => ({ file, path: `${path}/${key}`, reason: `"${key}" names nothing in the structure` })),
];

/** The prompts of one strand for one age band, in order. */
export const promptsFor = (structure: Structure, strandId: string, band: string) =>
  structure.strands
    .find((strand) => strand.id === strandId)
    ?.prompts.filter((prompt) => prompt.bands.some((b) => b === band)) ?? [];
