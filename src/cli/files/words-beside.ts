import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { LanguageTag } from "#core/schema/ids";

/** The other files beside a structure that are named after a language, in the order of their names. */
export const wordsBeside = (structureFile: string): readonly string[] => {
  const folder = dirname(structureFile);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && LanguageTag.safeParse(basename(name, ".json")).success)
    .sort()
    .filter((name) => name !== basename(structureFile))
    .map((name) => join(folder, name));
};
