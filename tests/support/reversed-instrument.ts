import type { Instrument } from "#core/schema/instrument";

/**
 * A small made-up questionnaire as an area might bring in: one strand, four prompts, the last two reversed.
 *
 * Shape  what `loadInstrument` accepts, unchanged; take a `structuredClone` before changing anything.
 */
export const reversedInstrument: Instrument = {
  structure: {
    format: 1,
    id: "made-up",
    version: 1,
    licence: "CC-BY-4.0",
    bands: ["primary"],
    choices: [
      { id: "hardly-ever", points: 0 },
      { id: "now-and-then", points: 1 },
      { id: "half-the-time", points: 2 },
      { id: "often", points: 3 },
      { id: "nearly-always", points: 4 },
    ],
    strands: [
      {
        id: "mornings",
        sendAreas: ["social-emotional-and-mental-health"],
        pattern: ["early", "late"],
        prompts: [
          { id: "mornings.primary.waking", bands: ["primary"] },
          { id: "mornings.primary.breakfast", bands: ["primary"] },
          { id: "mornings.primary.rushing", bands: ["primary"], reversed: true },
          { id: "mornings.primary.searching", bands: ["primary"], reversed: true },
        ],
      },
    ],
  },
  wording: {
    language: "en-GB",
    title: "A made-up questionnaire",
    question: "How do mornings go?",
    line: { left: "Needs a lot of support here", middle: "Some support", right: "Goes well" },
    lineForChild: { left: "I'd like lots of help", middle: "Sometimes OK", right: "This goes well for me" },
    choices: {
      "hardly-ever": "Hardly ever",
      "now-and-then": "Now and then",
      "half-the-time": "About half the time",
      often: "Often",
      "nearly-always": "Nearly always",
    },
    strands: {
      mornings: {
        heading: "Mornings",
        family: "Getting up and out",
        short: "Mornings",
        descriptions: {
          primary: { left: "A lot of help.", middle: "Some help.", right: "The usual help." },
        },
        pattern: { early: "Up early", late: "Up late" },
        prompts: {
          "mornings.primary.waking": "Wakes up rested.",
          "mornings.primary.breakfast": "Has time for breakfast.",
          "mornings.primary.rushing": "Has to rush to get out.",
          "mornings.primary.searching": "Has to look for shoes or a bag.",
        },
      },
    },
  },
};
