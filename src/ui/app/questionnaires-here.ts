import type { InstrumentRef } from "#core/schema/instrument";
import type { Questionnaire } from "#core/schema/questionnaire";
import type { KeptQuestionnaire } from "#storage/own-questionnaires";
import type { Store } from "#storage/open-store";
import { readShipped, shippedVersions } from "./load-questionnaire";

/** The questionnaires on this device: those that come with the app, and those that its area added. */
export interface QuestionnairesHere {
  /** The versions of one questionnaire, the oldest first. */
  readonly versionsHere: (questionnaireId: string) => Promise<readonly number[]>;
  /** A questionnaire of pages in one of its versions; one that is not here is a bug, and throws. */
  readonly loadPages: (ref: InstrumentRef, language: string) => Promise<Questionnaire>;
}

export const createQuestionnairesHere = ({ questionnaires }: Pick<Store, "questionnaires">): QuestionnairesHere => {
  // What an area added and cannot be read is as if it were not here.
  const added = async (id: string): Promise<readonly KeptQuestionnaire[]> => {
    const kept = await questionnaires.kept();
    return kept.ok ? kept.value.filter(({ name }) => name.id === id) : [];
  };
  return {
    versionsHere: async (id) => {
      const versions = [...shippedVersions(id), ...(await added(id)).map(({ name }) => name.version)];
      return [...new Set(versions)].sort((a, b) => a - b);
    },
    loadPages: async (ref, language) => {
      const { loadQuestionnaire } = await import("#core/questionnaire/load-questionnaire");
      const own = (await added(ref.id)).find(({ name }) => name.version === ref.version)?.files;
      const structure =
        own === undefined ? await readShipped(ref, "structure") : { file: ref.id, content: own.structure };
      const wording =
        own === undefined ? await readShipped(ref, "en-GB") : { file: ref.id, content: own.words["en-GB"] };
      const loaded = loadQuestionnaire(structure, wording);
      if (!loaded.ok)
        throw new Error(loaded.error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`).join("; "));
      if (language !== "ar-XB") return loaded.value;
      const { pseudoTree } = await import("../i18n/pseudo");
      return { ...loaded.value, wording: { ...pseudoTree(loaded.value.wording), language: "ar-XB" } };
    },
  };
};
