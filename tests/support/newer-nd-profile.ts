import { loadInstrument } from "#core/instrument/load-instrument";
import wording from "../../questionnaires/nd-profile/v1/en-GB.json";
import structure from "../../questionnaires/nd-profile/v1/structure.json";
import { valueOf } from "./value-of";

const first = (strandId: string, at = 0): string =>
  structure.strands.find(({ id }) => id === strandId)?.prompts.filter(({ bands }) => bands.includes("primary"))[at]
    ?.id ?? "";

/** What is different in the made-up second version: the ids of the prompts, and the new words. */
export const CHANGED = {
  removed: first("communication"),
  turned: first("attention"),
  reworded: first("social"),
  added: "communication.primary.newly-asked",
  addedWords: "Tells a made-up story from start to end.",
  rewordedWords: "Plays beside or with one other child.",
  choice: "often",
  choiceWords: "Many times",
  line: "Needs plenty of help here",
  description: "Plenty of help through the day, on most days.",
} as const;

/**
 * A made-up second version of the profile questionnaire: some words changed, a prompt gone and one more, a choice
 * called otherwise, and a prompt that reads the other way round.
 */
export const newerNdProfile = (
  change: (parts: { structure: Structure; wording: Wording }) => void = () => undefined,
) => {
  const parts = { structure: structuredClone(structure) as Structure, wording: structuredClone(wording) as Wording };
  parts.structure.version = 2;
  for (const strand of parts.structure.strands) {
    strand.prompts = strand.prompts
      .filter(({ id }) => id !== CHANGED.removed)
      .map((prompt) => (prompt.id === CHANGED.turned ? { ...prompt, reversed: true } : prompt));
    if (strand.id === "communication") strand.prompts.push({ id: CHANGED.added, bands: ["primary"] });
  }
  const { strands } = parts.wording;
  Reflect.deleteProperty(strands["communication"]!.prompts, CHANGED.removed);
  strands["communication"]!.prompts[CHANGED.added] = CHANGED.addedWords;
  strands["social"]!.prompts[CHANGED.reworded] = CHANGED.rewordedWords;
  strands["energy"]!.descriptions["primary"]!.left = CHANGED.description;
  parts.wording.choices[CHANGED.choice] = CHANGED.choiceWords;
  change(parts);
  return valueOf(
    loadInstrument(
      { file: "structure.json", content: parts.structure },
      { file: "en-GB.json", content: parts.wording },
    ),
  );
};

interface Structure {
  version: number;
  bands: string[];
  strands: { id: string; prompts: { id: string; bands: string[]; reversed?: boolean }[] }[];
}
interface Wording {
  line: { left: string };
  choices: Record<string, string>;
  strands: Record<
    string,
    {
      family: string;
      prompts: Record<string, string>;
      descriptions: Record<string, { left: string }>;
    }
  >;
}
