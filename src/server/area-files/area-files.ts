import { createHash } from "node:crypto";
import type { Fault } from "#core/instrument/load-instrument";
import { ownQuestionnaires } from "#core/questionnaire/own-questionnaires";
import { shapeFaults } from "#core/schema/shape-faults";
import { type OwnQuestionnaireName, WithdrawnWording } from "#core/schema/wire";

/**
 * What an area adds and takes back, as files: its own questionnaires, and which wording is withdrawn.
 *
 * Shape   `text` is what a device fetches, and what the name's `sha256` is of.
 * Source  docs/formats.md, "An area's own files"
 */
export interface AreaFiles {
  readonly questionnaires: readonly { readonly name: OwnQuestionnaireName; readonly text: string }[];
  readonly withdrawn: Readonly<WithdrawnWording>;
}

export const NO_AREA_FILES: AreaFiles = { questionnaires: [], withdrawn: [] };

export interface ReadAreaFiles {
  readonly files: AreaFiles;
  readonly faults: readonly Fault[];
}

const WITHDRAWN = "withdrawn.json";
const OWN = "questionnaires/";

/**
 * Makes sense of an area's files by their places.
 *
 * Errors  every fault with file, place and reason; what has none of them is used all the same.
 */
export const areaFilesFrom = (
  contentByPath: Readonly<Record<string, unknown>>,
  shippedIds: ReadonlySet<string>,
): ReadAreaFiles => {
  const own = Object.entries(contentByPath).flatMap(([path, content]) =>
    path.startsWith(OWN) ? [[path.slice(OWN.length), content] as const] : [],
  );
  const { questionnaires, faults } = ownQuestionnaires(Object.fromEntries(own), shippedIds);
  const withdrawn = WithdrawnWording.safeParse(contentByPath[WITHDRAWN] ?? []);
  return {
    files: {
      questionnaires: questionnaires.map(({ id, version, files }) => {
        const text = JSON.stringify(files);
        return { name: { id, version, sha256: createHash("sha256").update(text).digest("hex") }, text };
      }),
      withdrawn: withdrawn.data ?? [],
    },
    faults: [
      ...faults.map(({ file, ...fault }) => ({ ...fault, file: `${OWN}${file}` })),
      ...(withdrawn.success ? [] : shapeFaults(withdrawn.error).map((fault) => ({ ...fault, file: WITHDRAWN }))),
    ],
  };
};
