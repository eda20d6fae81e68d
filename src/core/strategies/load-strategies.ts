import {
  type Fault,
  faultsOfShape,
  keyFaults,
  type MalformedQuestionnaire,
  type QuestionnaireFile,
} from "../instrument/load-instrument";
import { err, ok, type Result } from "../result";
import { StrategiesStructure, StrategiesWording, type StrategySet, type StrategyEntry } from "../schema/strategy";

/**
 * Reads the structure of a set of strategies and its words in one language, and checks each against the other.
 *
 * Errors  `MalformedQuestionnaire` with every fault found: file, path and reason; nothing is half-accepted.
 */
export const loadStrategies = (
  structureFile: QuestionnaireFile,
  wordingFile: QuestionnaireFile,
): Result<StrategySet, MalformedQuestionnaire> => {
  const structure = StrategiesStructure.safeParse(structureFile.content);
  const wording = StrategiesWording.safeParse(wordingFile.content);
  const faults = [
    ...faultsOfShape(structureFile.file, structure.error),
    ...faultsOfShape(wordingFile.file, wording.error),
    ...(structure.success ? faultsInStrategies(structureFile.file, structure.data) : []),
    ...(structure.success && wording.success ? faultsInWords(wordingFile.file, structure.data, wording.data) : []),
  ];
  if (!structure.success || !wording.success || faults.length > 0)
    return err({ type: "MalformedQuestionnaire", faults });
  const { id, version, strategies } = structure.data;
  return ok({
    id,
    version,
    language: wording.data.language,
    strategies: strategies.flatMap((entry) => {
      const words = wording.data.strategies[entry.id];
      const { id: strategyId, strand: strandId, setting, bands } = entry;
      return words === undefined ? [] : [{ ...words, id: strategyId, strandId, setting, bands }];
    }),
  });
};

/** What zod cannot see: an id used twice, and a strand that this set does not have. */
export const faultsInStrategies = (file: string, { strands, strategies }: StrategiesStructure): readonly Fault[] => {
  const seenAt = new Map<string, string>();
  return strategies.flatMap(({ id, strand }, index) => {
    const path = `strategies/${index}`;
    const first = seenAt.get(id);
    if (first === undefined) seenAt.set(id, `${path}/id`);
    return [
      ...(first === undefined
        ? []
        : [{ file, path: `${path}/id`, reason: `the id "${id}" is used twice; first at ${first}` }]),
      ...(strands.includes(strand)
        ? []
        : [{ file, path: `${path}/strand`, reason: `"${strand}" is not one of this set's strands` }]),
    ];
  });
};

const faultsInWords = (file: string, { strategies }: StrategiesStructure, wording: StrategiesWording): Fault[] => [
  ...keyFaults(
    file,
    "strategies",
    strategies.map(({ id }) => id),
    Object.keys(wording.strategies),
  ),
  ...strategies.flatMap((entry) => {
    // A strategy may be called "constructor", which every object seems to have words for.
    const words = Object.hasOwn(wording.strategies, entry.id) ? wording.strategies[entry.id] : undefined;
    return words === undefined
      ? []
      : keyFaults(file, `strategies/${entry.id}`, flaggedIn(entry), [
          ...(words.notFor === undefined ? [] : ["notFor"]),
          ...(words.checkWith === undefined ? [] : ["checkWith"]),
        ]);
  }),
];

/** The words that a strategy has only where its flag says so; a flag without its words is as wrong as the reverse. */
const flaggedIn = ({ notForAll, checkFirst }: StrategyEntry): readonly string[] => [
  ...(notForAll === true ? ["notFor"] : []),
  ...(checkFirst === true ? ["checkWith"] : []),
];
