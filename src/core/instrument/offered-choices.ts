import type { AgeBand } from "../schema/age-band";
import type { Choice, Prompt, Structure } from "../schema/instrument";

const UNDER_SCHOOL_AGE: readonly AgeBand[] = ["under-2", "early-years"];

/**
 * Whether a choice is offered with a prompt: "not yet" stands only with a skill that is asked about under school age.
 *
 * Shape  an answer may have been given before another age was chosen: then the prompt's own bands say how it was asked.
 */
export const isOffered = (choice: Choice, prompt: Prompt, band: AgeBand): boolean => {
  if (choice.onlyIn === undefined) return true;
  const askedIn = prompt.bands.includes(band) ? [band] : prompt.bands;
  return prompt.skill === true && askedIn.some((each) => UNDER_SCHOOL_AGE.includes(each));
};

/** The choices that are offered with a prompt of this band, in the questionnaire's order. */
export const offeredChoices = (structure: Structure, prompt: Prompt, band: AgeBand): readonly Choice[] =>
  structure.choices.filter((choice) => isOffered(choice, prompt, band));
