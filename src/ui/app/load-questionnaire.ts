import { NINE_LINES } from "#core/questionnaire/current-version";
import type { Instrument, InstrumentRef } from "#core/schema/instrument";

/** Every questionnaire that this build knows; each loads when a visit needs it, and is precached. */
const questionnaireFiles = import.meta.glob<{ readonly default: unknown }>(
  "../../../questionnaires/*/v*/{structure,en-GB}.json",
);

/** The versions of a questionnaire that come with this build, the oldest first. */
export const shippedVersions = (questionnaireId: string): readonly number[] =>
  Object.keys(questionnaireFiles)
    .flatMap((file) => {
      const [, id, version] = /\/([^/]+)\/v(\d+)\/structure\.json$/.exec(file) ?? [];
      return id === questionnaireId ? [Number(version)] : [];
    })
    .sort((a, b) => a - b);

/** One file of a questionnaire that comes with this build. */
const readShipped = async ({ id, version }: Pick<InstrumentRef, "id" | "version">, name: string) => {
  const file = `../../../questionnaires/${id}/v${version}/${name}.json`;
  const load = questionnaireFiles[file];
  if (load === undefined) throw new Error(`no questionnaire file ${file}`);
  return { file, content: (await load()).default };
};

/** The newest version of the nine lines in this build, or the one that a visit was started with. */
export const loadQuestionnaire = async (ref: InstrumentRef | "current", language: string): Promise<Instrument> => {
  const asked = ref === "current" ? { id: NINE_LINES, version: Math.max(...shippedVersions(NINE_LINES)) } : ref;
  const [{ loadInstrument }, structure, wording] = await Promise.all([
    import("#core/instrument/load-instrument"),
    readShipped(asked, "structure"),
    readShipped(asked, "en-GB"),
  ]);
  const loaded = loadInstrument(structure, wording);
  if (!loaded.ok)
    throw new Error(loaded.error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`).join("; "));
  if (language !== "ar-XB") return loaded.value;
  const { pseudoWording } = await import("../i18n/pseudo-wording");
  return { ...loaded.value, wording: pseudoWording(loaded.value.wording) };
};
