import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Place } from "#core/schema/where-it-goes";
import { searchPlaces } from "#core/where-it-goes/search-places";
import { shippedIndex, shippedPlaces } from "../../support/where-it-goes";
import { neverWordsIn } from "../../support/words-we-never-use";
import { longSentences, sentencesOf } from "../wording/kinder-words";

const { entries } = shippedIndex;
const shown = entries.flatMap(({ id, word, why }) => [[id, word] as const, [id, why] as const]);
const found = (words: string) => searchPlaces(shippedIndex, words);
const said = (place: Place): string => {
  if (place.kind === "strand") return place.strandId;
  return place.kind === "page" ? `${place.questionnaireId}/${place.pageId}` : place.questionnaireId;
};
const leadsTo = (words: string): readonly string[] => (found(words)[0]?.places ?? []).map(said);

test("it says of itself what its folder and file say", () => {
  expect([shippedIndex.id, shippedIndex.version, shippedIndex.language]).toEqual(["where-it-goes", 1, "en-GB"]);
});

test("there are at least 120 entries, and people type far more words than that", () => {
  expect(entries.length).toBeGreaterThanOrEqual(120);
  expect(entries.flatMap(({ alsoTyped }) => alsoTyped).length).toBeGreaterThan(1_000);
});

describe("every place has entries that lead to it:", () => {
  const reached = new Set(entries.flatMap(({ places }) => places.map(said)));
  const strandIds = [...(shippedPlaces.get("nd-profile")?.strandIds ?? [])];

  test.each(strandIds)("five or more to the strand %s", (strandId) => {
    const those = entries.filter(({ places }) => places.some((place) => said(place) === strandId));
    expect(those.length).toBeGreaterThanOrEqual(5);
  });

  test.each(["worth-knowing", "moving-on"])("one or more to each page of %s", (id) => {
    const pageIds = [...(shippedPlaces.get(id)?.pageIds ?? [])];
    expect(pageIds.length).toBeGreaterThan(5);
    expect(pageIds.filter((pageId) => !reached.has(`${id}/${pageId}`))).toEqual([]);
  });

  test("and some to the child's own pages and to the story so far, each as a whole", () => {
    expect([reached.has("about-me"), reached.has("story-so-far")]).toEqual([true, true]);
  });
});

describe("what families type leads to where it is talked about:", () => {
  test.each<[words: string, leadsTo: readonly string[]]>([
    ["tics", ["motor"]],
    ["toilet", ["worth-knowing/pain-and-toilet", "sensory"]],
    ["potty training", ["worth-knowing/pain-and-toilet", "sensory"]],
    ["sleep", ["worth-knowing/sleep", "energy"]],
    ["won't eat", ["worth-knowing/food", "sensory"]],
    ["meltdowns", ["emotions", "sensory"]],
    ["tantrums", ["emotions", "sensory"]],
    ["lining up toys", ["flexibility", "social"]],
    ["handwriting", ["motor", "learning"]],
    ["he won't brush his teeth", ["sensory", "motor"]],
    ["she refuses to go to school", ["worth-knowing/school", "emotions"]],
    ["clumsy", ["motor", "worth-knowing/sight"]],
    ["stammer", ["communication"]],
    ["homework", ["attention", "learning"]],
    ["running off", ["attention", "flexibility"]],
    ["lies", ["social", "emotions"]],
    ["screens", ["attention", "flexibility"]],
    ["noise", ["sensory", "worth-knowing/hearing"]],
    ["obsessed with trains", ["flexibility", "about-me"]],
    ["seizures", ["worth-knowing/blank-spells"]],
    ["adopted", ["story-so-far", "worth-knowing/events"]],
    ["bus", ["moving-on/getting-about", "learning"]],
  ])("“%s”", (words, places) => {
    expect(leadsTo(words)).toEqual(places);
  });

  test("what is urgent leads to its page at once, and says whom to ring", () => {
    for (const words of ["suicide", "wants to die", "kill myself"]) {
      expect(leadsTo(words), words).toEqual(["worth-knowing/mood"]);
      expect(found(words)[0]?.why).toMatch(/999/);
    }
    expect(leadsTo("self-harm")[0]).toBe("worth-knowing/mood");
    expect(leadsTo("regression")).toEqual(["worth-knowing/lost-skills"]);
    expect(found("regression")[0]?.why).toMatch(/GP today/);
    expect(found("seizure")[0]?.why).toMatch(/GP today/);
  });

  test("every word that is typed, and every word that is shown, finds its entry", () => {
    const lost = entries.flatMap(({ id, word, alsoTyped }) =>
      [word, ...alsoTyped].filter((words) => !found(words).some((each) => each.id === id)).map((words) => [id, words]),
    );
    expect(lost).toEqual([]);
  });

  test("a word that is shown finds its own entry first", () => {
    const later = entries.filter(({ id, word }) => found(word)[0]?.id !== id);
    expect(later.map(({ word }) => word)).toEqual([]);
  });
});

test("before Year 9 hardly any word leads nowhere, and those are about what comes after school", () => {
  const young = new Set(searchPlaces(shippedIndex, "", (id) => id !== "moving-on").map(({ id }) => id));
  expect(entries.filter(({ id }) => !young.has(id)).map(({ id }) => id)).toEqual([
    "after-school-leaving",
    "work",
    "adult-services",
    "living-alone",
    "who-is-told",
  ]);
});

test("no word that is only typed comes out of a search", () => {
  for (const words of ["", "tantrum", "refuses", "naughty"]) {
    for (const each of found(words)) expect(Object.keys(each)).toEqual(["id", "word", "why", "places"]);
  }
});

test("words that we never use are among those that are typed, and among none that are shown", () => {
  expect(entries.flatMap(({ alsoTyped }) => alsoTyped.flatMap(neverWordsIn)).length).toBeGreaterThan(5);
  expect(shown.flatMap(([id, text]) => neverWordsIn(text).map((word) => [id, word]))).toEqual([]);
  expect(shown.filter(([, text]) => /\b(?:diagnos|consent|autis|adhd|dyslex|dysprax)\w*/i.test(text))).toEqual([]);
});

test("what is shown is short: a few words, and one sentence why, or two where somebody must ring", () => {
  expect(entries.filter(({ word }) => word.split(" ").length > 8 || /[.?!]$/.test(word)).map(({ id }) => id)).toEqual(
    [],
  );
  expect(shown.flatMap(([, text]) => longSentences(15)(text))).toEqual([]);
  const several = entries.filter(({ why }) => sentencesOf(why).length > 1).map(({ id, why }) => [id, why] as const);
  expect(several.filter(([, why]) => !/999|GP/.test(why))).toEqual([]);
  expect(entries.filter(({ why }) => !why.endsWith(".")).map(({ id }) => id)).toEqual([]);
});

test("no text has a gender, and quotation marks are curved", () => {
  expect(shown.filter(([, text]) => /\b(?:he|she|him|his|hers?|boys?|girls?)\b|[{}]/i.test(text))).toEqual([]);
  expect(shown.filter(([, text]) => /"|(?:^|\s)'|'(?:\s|$)/.test(text))).toEqual([]);
});

test("SOURCE.md says who reviewed it, and names the entries that say whom to ring, and no other", () => {
  const source = readFileSync("questionnaires/where-it-goes/SOURCE.md", "utf8");
  expect(source).toContain("**Nobody outside the project has reviewed it yet");
  const sends = entries.filter(({ why }) => /999|111|GP/.test(why)).map(({ id }) => id);
  const named = [...source.matchAll(/`([a-z-]+)`/g)].map(([, id = ""]) => id);
  expect(named.filter((id) => entries.some((entry) => entry.id === id)).toSorted()).toEqual(sends.toSorted());
});
