import type { Fault } from "../instrument/load-instrument";
import { LanguageTag } from "../schema/ids";
import type { Questionnaire, QuestionnaireStructure } from "../schema/questionnaire";
import type { OwnQuestionnaireFiles } from "../schema/wire";
import { loadQuestionnaire } from "./load-questionnaire";

/** One version of a questionnaire of the area's own, with its words in one language or more. */
export interface OwnQuestionnaire {
  readonly id: string;
  readonly version: number;
  readonly files: OwnQuestionnaireFiles;
}

export interface OwnQuestionnaires {
  readonly questionnaires: readonly OwnQuestionnaire[];
  readonly faults: readonly Fault[];
}

const PLACE = /^([a-z0-9]+(?:[-.][a-z0-9]+)*)\/v([1-9]\d{0,8})\/([A-Za-z0-9-]+)\.json$/;

/**
 * Reads the questionnaires that an area adds, by the places of their files.
 *
 * Shape   paths run from the area's folder: `getting-about/v1/structure.json` and `getting-about/v1/en-GB.json`.
 *         `shippedIds` are the names that are taken.
 * Errors  every fault with its file, place and reason. A version with a fault is left out whole, and no other with it.
 */
export const ownQuestionnaires = (
  contentByPath: Readonly<Record<string, unknown>>,
  shippedIds: ReadonlySet<string>,
): OwnQuestionnaires => {
  const faults: Fault[] = [];
  const versions = new Map<string, Map<string, unknown>>();
  for (const [file, content] of Object.entries(contentByPath)) {
    const [, id, version, name] = PLACE.exec(file) ?? [];
    if (id === undefined || version === undefined || name === undefined) {
      faults.push({ file, path: "", reason: "use a path such as getting-about/v1/structure.json" });
      continue;
    }
    const folder = `${id}/v${version}`;
    versions.set(folder, (versions.get(folder) ?? new Map<string, unknown>()).set(name, content));
  }
  const questionnaires = [...versions].flatMap(([folder, contentByName]) => {
    const read = readVersion(folder, contentByName, shippedIds);
    faults.push(...read.faults);
    return read.questionnaires;
  });
  return { questionnaires, faults };
};

const readVersion = (
  folder: string,
  contentByName: ReadonlyMap<string, unknown>,
  shippedIds: ReadonlySet<string>,
): OwnQuestionnaires => {
  const file = `${folder}/structure.json`;
  const refused = (reason: string, path = "", at = file): OwnQuestionnaires => ({
    questionnaires: [],
    faults: [{ file: at, path, reason }],
  });
  const structure = contentByName.get("structure");
  const languages = [...contentByName.keys()].filter((name) => name !== "structure");
  if (structure === undefined) return refused("there is no such file");
  if (languages.length === 0) return refused("there are no words beside it, such as en-GB.json");

  const read = languages.map((language) =>
    loadQuestionnaire(
      { file, content: structure },
      { file: `${folder}/${language}.json`, content: contentByName.get(language) },
    ),
  );
  const faults = read.flatMap((each, at) =>
    each.ok ? languageFaults(folder, languages[at], each.value) : each.error.faults,
  );
  if (faults.length > 0) return { questionnaires: [], faults: onlyOnce(faults) };
  const [first] = read.flatMap((each) => (each.ok ? [each.value.structure] : []));
  if (first === undefined) return refused("there is no such file");
  const named = nameFault(first, folder, shippedIds);
  if (named !== undefined) return refused(named.reason, named.path);
  const words = Object.fromEntries(languages.map((language) => [language, contentByName.get(language)]));
  return { questionnaires: [{ id: first.id, version: first.version, files: { structure, words } }], faults: [] };
};

/**
 * The words to show to somebody: in their language, else in that language as another country writes it, else those that
 * there are.
 */
export const wordsFor = (
  { words }: Pick<OwnQuestionnaireFiles, "words">,
  language: string,
): { readonly language: string; readonly content: unknown } => {
  const languages = Object.keys(words).sort();
  const [spoken] = language.split("-");
  const nearest =
    languages.find((each) => each === language) ??
    languages.find((each) => each.split("-")[0] === spoken) ??
    languages[0] ??
    language;
  return { language: nearest, content: words[nearest] };
};

/** A device reads words by the name of their file: a name that is no language would keep it from the whole of them. */
const languageFaults = (folder: string, name: string | undefined, { wording }: Questionnaire): readonly Fault[] => {
  const file = `${folder}/${String(name)}.json`;
  if (!LanguageTag.safeParse(name).success)
    return [{ file, path: "", reason: "name it by its language, such as en-GB" }];
  return wording.language === name
    ? []
    : [{ file, path: "language", reason: `"${wording.language}" stands in the file "${name}"` }];
};

const nameFault = ({ id, version }: QuestionnaireStructure, folder: string, shippedIds: ReadonlySet<string>) => {
  const [folderId, folderVersion] = folder.split("/v");
  if (id !== folderId) return { path: "id", reason: `"${id}" stands in the folder "${String(folderId)}"` };
  if (String(version) !== folderVersion) {
    return { path: "version", reason: `${version} stands in the folder "v${String(folderVersion)}"` };
  }
  return shippedIds.has(id)
    ? { path: "id", reason: `"${id}" comes with Strandline: give yours another name` }
    : undefined;
};

/** A fault of the structure is found once for each language. */
const onlyOnce = (faults: readonly Fault[]): readonly Fault[] => [
  ...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values(),
];
