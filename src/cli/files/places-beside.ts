import { dirname, join } from "node:path";
import { Structure } from "#core/schema/instrument";
import { QuestionnaireStructure } from "#core/schema/questionnaire";
import type { WhereItGoesStructure } from "#core/schema/where-it-goes";
import { type PlacesKnown, placesKnown } from "#core/where-it-goes/places-known";
import { readJsonFile } from "./read-json-file";

/**
 * The strands and pages of the questionnaires that an index leads into, read from the folders beside its own.
 *
 * Missing  a questionnaire that is not there, or cannot be read, is not known: only the whole of it can be pointed to.
 */
export const placesBeside = (structureFile: string, into: WhereItGoesStructure["into"]): PlacesKnown => {
  const questionnaires = join(dirname(structureFile), "../..");
  return placesKnown(
    Object.entries(into).flatMap(([id, version]) => {
      const content = readJsonFile(join(questionnaires, id, `v${version}`, "structure.json"));
      if (!content.ok) return [];
      return Structure.safeParse(content.value).data ?? QuestionnaireStructure.safeParse(content.value).data ?? [];
    }),
  );
};
