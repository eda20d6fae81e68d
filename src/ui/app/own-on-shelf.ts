import type { Store } from "#storage/open-store";
import { leftOutFor, type LeftOut, type OwnOnShelf } from "./questionnaire-shelf";

/** Reads the area's own questionnaires as they were fetched; what cannot be read is left out and said by name. */
export const readOwn = async ({
  questionnaires,
  deliveries,
}: Pick<Store, "questionnaires" | "deliveries">): Promise<OwnOnShelf> => {
  const [{ loadQuestionnaire }, { wordsFor }, kept, policy] = await Promise.all([
    import("#core/questionnaire/load-questionnaire"),
    import("#core/questionnaire/own-questionnaires"),
    questionnaires.kept(),
    deliveries.policy(),
  ]);
  if (!kept.ok) throw new Error("the area's own questionnaires cannot be read on this device");
  const named = policy.ok ? (policy.value?.questionnaires ?? []) : [];
  const whole: OwnOnShelf["whole"][number][] = [];
  const leftOut: LeftOut[] = [];
  for (const { name, files } of kept.value) {
    const folder = `${name.id}/v${name.version}`;
    const { language, content } = wordsFor(files, "en-GB");
    const read = loadQuestionnaire(
      { file: `${folder}/structure.json`, content: files.structure },
      { file: `${folder}/${language}.json`, content },
    );
    const isOffered = named.some(({ id, version }) => id === name.id && version === name.version);
    if (read.ok) whole.push({ questionnaire: read.value, isOffered });
    else leftOut.push(leftOutFor(name.id, read.error));
  }
  return { whole, leftOut };
};
