import { loadStrategies } from "#core/strategies/load-strategies";
import wording from "../../questionnaires/strategies/v1/en-GB.json";
import structure from "../../questionnaires/strategies/v1/structure.json";
import { valueOf } from "./value-of";

/** The strategies that are shipped, read as the app reads them. */
export const shippedStrategies = valueOf(
  loadStrategies({ file: "structure.json", content: structure }, { file: "en-GB.json", content: wording }),
);
