import { placesKnown } from "#core/where-it-goes/places-known";
import { evenings } from "./made-up-questionnaire";
import { ndProfile } from "./nd-profile";

/** A small made-up index into the nine strands, the made-up evenings, and something that is not there yet. */
export const indexStructure = {
  format: 1,
  kind: "where-it-goes",
  id: "first-words",
  version: 1,
  licence: "CC-BY-4.0",
  into: { "nd-profile": 1, evenings: 1, "my-page": 1 },
  entries: [
    {
      id: "bedtime",
      places: [
        { in: "evenings", page: "at-home" },
        { in: "nd-profile", strand: "energy" },
      ],
    },
    { id: "anger", places: [{ in: "nd-profile", strand: "emotions" }] },
    { id: "loves", places: [{ in: "my-page" }] },
  ],
};

export const indexWording = {
  language: "en-GB",
  title: "Where does it go?",
  smallWords: ["the", "a", "he", "won't"],
  entries: {
    bedtime: { word: "Bedtime", why: "Evenings have a page.", alsoTyped: ["won't sleep", "up all night"] },
    anger: { word: "Anger", why: "It is a feeling.", alsoTyped: ["naughty", "night terrors", "café rows"] },
    loves: { word: "What they love", why: "It comes first.", alsoTyped: [] },
  },
};

export const indexPlaces = placesKnown([ndProfile.structure, evenings.structure]);
