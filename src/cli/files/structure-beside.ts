import { basename, dirname, join, resolve } from "node:path";
import type { FileFault } from "./read-json-file";

/** The `structure.json` of the same version of a questionnaire. */
export const structureBeside = (file: string): string => join(dirname(file), "structure.json");

/**
 * What contradicts the folder `<id>/v<N>/` that a structure stands in: two versions that both call themselves 1 would
 * be compared.
 *
 * Shape  in a folder of another name there is nothing to contradict.
 */
export const folderFaults = (file: string, id: string, version: number): readonly FileFault[] => {
  const folder = dirname(resolve(file));
  const folderVersion = /^v(\d+)$/.exec(basename(folder))?.[1];
  if (folderVersion === undefined) return [];
  const folderId = basename(dirname(folder));
  return [
    ...(id === folderId ? [] : [{ file, path: "id", reason: `"${id}" stands in the folder "${folderId}"` }]),
    ...(String(version) === folderVersion
      ? []
      : [{ file, path: "version", reason: `${version} stands in the folder "v${folderVersion}"` }]),
  ];
};
