import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that Strandline itself lies in: the nearest one above this program with questionnaires in it. */
export const ownFolder = (from = import.meta.dirname): string => {
  if (existsSync(join(from, "questionnaires"))) return from;
  const above = dirname(from);
  if (above === from) throw new Error("this program does not lie in a folder of Strandline");
  return ownFolder(above);
};
