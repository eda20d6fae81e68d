import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import type { Questionnaire } from "#core/schema/questionnaire";
import { valueOf } from "./value-of";

/** Reads a made-up questionnaire, each item given as its structure with its words beside it. */
const madeUp = (structure: object, wording: object): Questionnaire =>
  valueOf(
    loadQuestionnaire(
      { file: "structure.json", content: { format: 1, version: 1, licence: "CC0-1.0", ...structure } },
      { file: "en-GB.json", content: { language: "en-GB", ...wording } },
    ),
  );

const ways = [{ id: "alone" }, { id: "together" }];

/** Anyone answers it; one page is not asked through a relative. */
export const madeUpWorthKnowing = madeUp(
  {
    id: "worth-knowing",
    use: { answeredBy: "anyone" },
    pages: [
      {
        id: "nights",
        items: [
          { kind: "note", id: "hello" },
          { kind: "choice", id: "sleeps", choices: ways },
          { kind: "text", id: "what-helps", showWhen: { test: "equals", item: "sleeps", value: "together" } },
          { kind: "integer", id: "wakes" },
        ],
      },
      {
        id: "days",
        items: [
          {
            kind: "group",
            id: "at-school",
            repeat: { each: "person", kinds: ["setting"], roles: [] },
            items: [{ kind: "text", id: "sees" }],
          },
          {
            kind: "group",
            id: "club",
            repeat: { each: "added", most: 2 },
            items: [{ kind: "text", id: "club-name" }],
          },
          { kind: "choices", id: "likes", open: true, choices: [{ id: "rain" }, { id: "sun" }] },
          { kind: "open-choice", id: "way", choices: ways },
          { kind: "date", id: "since" },
        ],
      },
      { id: "safe", notThroughRelative: true, items: [{ kind: "boolean", id: "worried" }] },
    ],
  },
  {
    title: "Worth knowing",
    pages: { nights: "Nights", days: "Days", safe: "Feeling safe" },
    items: {
      hello: { text: "We ask everyone this." },
      sleeps: { text: "How does sleep go best?", choices: { alone: "Alone", together: "With somebody near" } },
      "what-helps": { text: "Who is near?" },
      wakes: { text: "How often are they up?" },
      "at-school": { text: "At school" },
      sees: { text: "What do they see?" },
      club: { text: "Club" },
      "club-name": { text: "Which club?" },
      likes: { text: "What do they like?", choices: { rain: "Rain", sun: "Sun" } },
      way: { text: "Which way to school?", choices: { alone: "On their own", together: "With somebody" } },
      since: { text: "Since when?" },
      worried: { text: "Is anybody worried?" },
    },
  },
);

/** The child's own: the limit of privacy first, then a picture that stands for them. */
export const madeUpAboutMe = madeUp(
  {
    id: "about-me",
    use: { answeredBy: "child", marker: "my-picture" },
    pages: [
      { id: "before-we-start", picture: "shell", items: [{ kind: "note", id: "limit" }] },
      {
        id: "my-picture-page",
        items: [
          {
            kind: "choice",
            id: "my-picture",
            choices: [
              { id: "fox", picture: "fox" },
              { id: "boat", picture: "boat" },
            ],
          },
        ],
      },
      { id: "my-day", picture: "sun", items: [{ kind: "text", id: "best" }] },
    ],
  },
  {
    title: "About me",
    pages: { "before-we-start": "Before we start", "my-picture-page": "A picture for me", "my-day": "My day" },
    items: {
      limit: { text: "If you are not safe, I have to tell someone who can help." },
      "my-picture": { text: "Which picture is yours?", choices: { fox: "A fox", boat: "A boat" } },
      best: { text: "What is the best part of your day?" },
    },
  },
);

/** The practitioner's alone. */
export const madeUpStory = madeUp(
  {
    id: "story-so-far",
    use: { answeredBy: "practitioner", training: "story-so-far", neverShared: true, notFirstVisit: true },
    pages: [{ id: "moves", items: [{ kind: "text", id: "what-happened" }] }],
  },
  {
    title: "The story so far",
    pages: { moves: "Moves" },
    items: { "what-happened": { text: "What happened, as far as is known?" } },
  },
);

/** From Year 9 on. */
export const madeUpMovingOn = madeUp(
  {
    id: "moving-on",
    use: { answeredBy: "anyone", fromSchoolYear: 9 },
    pages: [{ id: "work", items: [{ kind: "text", id: "job" }] }],
  },
  { title: "Moving on", pages: { work: "Work" }, items: { job: { text: "Which job?" } } },
);

export const madeUpPages = [madeUpWorthKnowing, madeUpAboutMe, madeUpMovingOn, madeUpStory];
