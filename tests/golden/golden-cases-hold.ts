import { Structure } from "#core/schema/instrument";
import goldenJson from "../../questionnaires/nd-profile/v1/golden.json";
import structureJson from "../../questionnaires/nd-profile/v1/structure.json";
import type { Core } from "../support/seed-bug";

/** Throws, naming the place, when a golden case does not come out of this core as it was worked by hand. */
export const goldenCasesHold = (core: Core): void => {
  const checked = core.checkGolden(Structure.parse(structureJson), goldenJson);
  if (!checked.ok) throw new Error(checked.error.map(({ path, reason }) => `${path}: ${reason}`).join("\n"));
};
