import { QuestionnaireStructure } from "#core/schema/questionnaire";
import { loadWhereItGoes } from "#core/where-it-goes/load-where-it-goes";
import { placesKnown } from "#core/where-it-goes/places-known";
import movingOn from "../../questionnaires/moving-on/v1/structure.json";
import wording from "../../questionnaires/where-it-goes/v1/en-GB.json";
import structure from "../../questionnaires/where-it-goes/v1/structure.json";
import worthKnowing from "../../questionnaires/worth-knowing/v1/structure.json";
import { ndProfile } from "./nd-profile";
import { valueOf } from "./value-of";

/** The strands and pages that the shipped index can lead to. */
export const shippedPlaces = placesKnown([
  ndProfile.structure,
  QuestionnaireStructure.parse(worthKnowing),
  QuestionnaireStructure.parse(movingOn),
]);

/** The index that is shipped, read as the app reads it. */
export const shippedIndex = valueOf(
  loadWhereItGoes(
    { file: "structure.json", content: structure },
    { file: "en-GB.json", content: wording },
    shippedPlaces,
  ),
);
