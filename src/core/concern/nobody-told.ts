import type { ConcernSections } from "../schema/concern";
import { answeredBy } from "./additions";

/**
 * Whether a concern says of nobody that they were told: not through a door, not by name, and nobody has answered since.
 *
 * Missing  a door or a name alone is somebody; when it was is not asked for.
 */
export const isNobodyTold = (sections: ConcernSections): boolean =>
  answeredBy(sections) === undefined &&
  sections.concern.told.every(({ door, who }) => door.trim() === "" && who.trim() === "");
