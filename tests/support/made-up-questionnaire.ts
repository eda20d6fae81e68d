import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { valueOf } from "./value-of";

/**
 * A small made-up questionnaire with one of everything: every kind of item, conditions, a group for each parent, one for
 * each professional at a setting, and one that is added to.
 */
export const eveningsStructure = {
  format: 1,
  id: "evenings",
  version: 1,
  licence: "CC-BY-4.0",
  pages: [
    {
      id: "at-home",
      picture: "moon",
      items: [
        { kind: "note", id: "hello" },
        {
          kind: "choice",
          id: "settling",
          required: true,
          reversed: true,
          choices: [
            { id: "easily", points: 0 },
            { id: "slowly", points: 1 },
            { id: "hardly", points: 2 },
            { id: "varies" },
          ],
        },
        {
          kind: "text",
          id: "what-helps",
          showWhen: { test: "not", of: { test: "equals", item: "settling", value: "easily" } },
        },
        { kind: "integer", id: "wakings" },
        { kind: "date", id: "since", showWhen: { test: "greater", item: "wakings", value: 2 } },
        {
          kind: "text",
          id: "what-changed",
          showWhen: { test: "less", item: "since", value: "2026-01-01" },
        },
        {
          kind: "choices",
          id: "sounds",
          open: true,
          choices: [{ id: "rain" }, { id: "music" }, { id: "silence" }],
        },
        {
          kind: "group",
          id: "parent",
          repeat: { each: "person", kinds: ["family"] },
          items: [
            { kind: "boolean", id: "parent.reads", required: true },
            {
              kind: "open-choice",
              id: "parent.which",
              choices: [{ id: "stories" }, { id: "facts" }],
              showWhen: {
                test: "all",
                of: [
                  { test: "equals", item: "parent.reads", value: true },
                  { test: "answered", item: "settling" },
                ],
              },
            },
          ],
        },
      ],
    },
    {
      id: "out-and-about",
      items: [
        {
          kind: "group",
          id: "professional",
          repeat: { each: "person", kinds: ["setting"], roles: ["health-visitor"] },
          items: [{ kind: "text", id: "professional.sees" }],
        },
        {
          kind: "group",
          id: "club",
          repeat: { each: "added", most: 3 },
          showWhen: {
            test: "any",
            of: [
              { test: "equals", item: "sounds", value: "music" },
              { test: "less", item: "wakings", value: 1 },
            ],
          },
          items: [
            { kind: "text", id: "club.name" },
            { kind: "text", id: "club.likes", showWhen: { test: "answered", item: "club.name" } },
          ],
        },
      ],
    },
  ],
};

export const eveningsWording = {
  language: "en-GB",
  title: "Evenings",
  pages: { "at-home": "Evenings at home", "out-and-about": "Out and about" },
  items: {
    hello: { text: "We ask everyone this." },
    settling: {
      text: "How do they settle?",
      prefix: "1",
      choices: { easily: "Easily", slowly: "Slowly", hardly: "Hardly at all", varies: "It varies" },
    },
    "what-helps": { text: "What helps?" },
    wakings: { text: "How often do they wake?" },
    since: { text: "Since when?" },
    "what-changed": { text: "What changed then?" },
    sounds: { text: "Which sounds help?", choices: { rain: "Rain", music: "Music", silence: "None" } },
    parent: { text: "Each parent" },
    "parent.reads": { text: "Do they read together?" },
    "parent.which": { text: "What do they read?", choices: { stories: "Stories", facts: "Facts" } },
    professional: { text: "Each professional" },
    "professional.sees": { text: "What do they see?" },
    club: { text: "Clubs" },
    "club.name": { text: "Which club?" },
    "club.likes": { text: "What do they like there?" },
  },
};

export const evenings = valueOf(
  loadQuestionnaire(
    { file: "structure.json", content: eveningsStructure },
    { file: "en-GB.json", content: eveningsWording },
  ),
);
