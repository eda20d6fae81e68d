import { loadInstrument } from "#core/instrument/load-instrument";
import wording from "../../questionnaires/nd-profile/v1/en-GB.json";
import structure from "../../questionnaires/nd-profile/v1/structure.json";
import { valueOf } from "./value-of";

/** The profile questionnaire that is shipped, read as the app reads it. */
export const ndProfile = valueOf(
  loadInstrument({ file: "structure.json", content: structure }, { file: "en-GB.json", content: wording }),
);
