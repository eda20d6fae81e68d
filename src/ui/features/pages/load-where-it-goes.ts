import type { Instrument } from "#core/schema/instrument";
import type { QuestionnaireStructure } from "#core/schema/questionnaire";
import type { WhereItGoes } from "#core/schema/where-it-goes";

/** The index that this build knows; it loads when people look for a place, and is precached. */
const indexFiles = import.meta.glob<{ readonly default: unknown }>(
  "../../../../questionnaires/where-it-goes/v1/{structure,en-GB}.json",
);

/**
 * The index of everyday words into the nine lines and the pages that are here.
 *
 * Missing  undefined where it does not fit them: then there is no field, and everything else is as it was.
 */
export const loadIndex = async (
  instrument: Instrument,
  structures: readonly QuestionnaireStructure[],
  language: string,
): Promise<WhereItGoes | undefined> => {
  const read = async (name: string) => {
    const file = `../../../../questionnaires/where-it-goes/v1/${name}.json`;
    return { file, content: (await indexFiles[file]?.())?.default };
  };
  const [{ loadWhereItGoes }, { placesKnown }, structure, wording] = await Promise.all([
    import("#core/where-it-goes/load-where-it-goes"),
    import("#core/where-it-goes/places-known"),
    read("structure"),
    read("en-GB"),
  ]);
  const loaded = loadWhereItGoes(structure, wording, placesKnown([instrument.structure, ...structures]));
  if (!loaded.ok || language !== "ar-XB") return loaded.ok ? loaded.value : undefined;
  const { pseudoTree } = await import("../../i18n/pseudo");
  const entries = loaded.value.entries.map(({ id, places, ...words }) => ({ ...pseudoTree(words), id, places }));
  return { ...loaded.value, entries };
};
