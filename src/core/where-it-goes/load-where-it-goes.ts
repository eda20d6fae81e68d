import {
  faultsOfShape,
  keyFaults,
  type MalformedQuestionnaire,
  type QuestionnaireFile,
} from "../instrument/load-instrument";
import { err, ok, type Result } from "../result";
import {
  type Place,
  type PlaceEntry,
  type WhereItGoes,
  WhereItGoesStructure,
  WhereItGoesWording,
} from "../schema/where-it-goes";
import { faultsInIndex, faultsInTyped } from "./index-faults";
import type { PlacesKnown } from "./places-known";

/**
 * Reads an index of everyday words and its words in one language, and checks each against the other and against the
 * questionnaires that it leads into.
 *
 * Errors  `MalformedQuestionnaire` with every fault found: file, path and reason; nothing is half-accepted.
 */
export const loadWhereItGoes = (
  structureFile: QuestionnaireFile,
  wordingFile: QuestionnaireFile,
  known: PlacesKnown,
): Result<WhereItGoes, MalformedQuestionnaire> => {
  const structure = WhereItGoesStructure.safeParse(structureFile.content);
  const wording = WhereItGoesWording.safeParse(wordingFile.content);
  const faults = [
    ...faultsOfShape(structureFile.file, structure.error),
    ...faultsOfShape(wordingFile.file, wording.error),
    ...(structure.success ? faultsInIndex(structureFile.file, structure.data, known) : []),
    ...(wording.success ? faultsInTyped(wordingFile.file, wording.data) : []),
    ...(structure.success && wording.success
      ? keyFaults(
          wordingFile.file,
          "entries",
          structure.data.entries.map(({ id }) => id),
          Object.keys(wording.data.entries),
        )
      : []),
  ];
  if (!structure.success || !wording.success || faults.length > 0)
    return err({ type: "MalformedQuestionnaire", faults });
  const { id, version, entries } = structure.data;
  const { language, title, smallWords, entries: wordsById } = wording.data;
  return ok({
    id,
    version,
    language,
    title,
    smallWords,
    entries: entries.flatMap((entry) => {
      // An entry may be called "constructor", which every object seems to have words for.
      const words = Object.hasOwn(wordsById, entry.id) ? wordsById[entry.id] : undefined;
      return words === undefined ? [] : [{ ...words, id: entry.id, places: entry.places.map(placeOf) }];
    }),
  });
};

const placeOf = (place: PlaceEntry): Place => {
  const questionnaireId = place.in;
  if ("strand" in place) return { kind: "strand", questionnaireId, strandId: place.strand };
  if ("page" in place) return { kind: "page", questionnaireId, pageId: place.page };
  return { kind: "questionnaire", questionnaireId };
};
