import type { Instrument, InstrumentRef } from "#core/schema/instrument";

const CURRENT: InstrumentRef = { id: "nd-profile", version: 1, language: "en-GB" };

/** Every questionnaire that this build knows; each loads when a visit needs it, and is precached. */
const questionnaireFiles = import.meta.glob<{ readonly default: unknown }>(
  "../../../questionnaires/*/v*/{structure,en-GB}.json",
);

/** The questionnaire a new visit starts with, or the one that a visit was started with. */
export const loadQuestionnaire = async (ref: InstrumentRef | "current", language: string): Promise<Instrument> => {
  const { id, version } = ref === "current" ? CURRENT : ref;
  const read = async (name: string) => {
    const file = `../../../questionnaires/${id}/v${version}/${name}.json`;
    const load = questionnaireFiles[file];
    if (load === undefined) throw new Error(`no questionnaire file ${file}`);
    return { file, content: (await load()).default };
  };
  const [{ loadInstrument }, structure, wording] = await Promise.all([
    import("#core/instrument/load-instrument"),
    read("structure"),
    read("en-GB"),
  ]);
  const loaded = loadInstrument(structure, wording);
  if (!loaded.ok)
    throw new Error(loaded.error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`).join("; "));
  if (language !== "ar-XB") return loaded.value;
  const { pseudoWording } = await import("../i18n/pseudo-wording");
  return { ...loaded.value, wording: pseudoWording(loaded.value.wording) };
};
