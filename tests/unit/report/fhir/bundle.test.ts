import type { Bundle, FhirResource, Questionnaire, QuestionnaireResponse } from "fhir/r4";
import { describe, expect, test } from "vitest";
import { importQuestionnaire } from "#core/questionnaire/from-fhir/import-questionnaire";
import { type ExportFile, exportFileOf } from "#core/schema/export-file";
import { suggestPosition } from "#core/scoring/suggest-position";
import { voicesOn } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { changeVoice } from "#core/visit/change-section";
import { bundleFor } from "#report/fhir/bundle-for";
import { bundleFaults } from "#report/fhir/check-bundle";
import { fhirQuestionnaire } from "#report/fhir/questionnaire";
import { documentLanguage } from "#report/words/report-words";
import { faultsOfBundle } from "../../../support/fhir-checks";
import { copyOf, dad, fullVisit, jo, marked, mum, robin, robinsVisit } from "../../../support/made-up-copy";
import { ndProfile } from "../../../support/nd-profile";
import { dayInEngland, practiceVisits } from "../../../support/practice-families";
import { reversedInstrument } from "../../../support/reversed-instrument";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const AROUND = {
  exportedAt: "2026-11-23T17:00:00.000Z",
  practice: true,
  area: { name: "Harbourside (made up)", schoolClosures: [] },
};
const asked = { instrument: ndProfile, language: valueOf(documentLanguage("en-GB")), dayOf: dayInEngland };

const fileOf = (visit: Visit): ExportFile => {
  const { profile, plan, caseBody, madeBy } = copyOf({ visit });
  return exportFileOf({
    ...AROUND,
    ...{ madeBy, caseId: uuid(1), caseBody, profile: { id: uuid(2), body: profile } },
    ...(plan === undefined ? {} : { plan: { id: uuid(3), body: plan } }),
  });
};
const bundleOf = (file: ExportFile, forPersonId?: string): Bundle =>
  valueOf(bundleFor(file, { ...asked, ...(forPersonId === undefined ? {} : { forPersonId }) }));
const allOf = <T extends FhirResource["resourceType"]>(bundle: Bundle, type: T) =>
  (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === type ? [resource as Extract<FhirResource, { resourceType: T }>] : [],
  );
const questionnaireOf = (bundle: Bundle): Questionnaire =>
  allOf(bundle, "Questionnaire")[0] ?? expect.fail("there is no questionnaire");

const robins = bundleOf(fileOf(fullVisit()));
const everyBundle: readonly (readonly [string, Bundle])[] = [
  ["Robin's", robins],
  ...practiceVisits
    .filter(({ profile }) => profile.sections.finish !== undefined)
    .map(({ file, family, caseBody, people, profileId, planId, profile, plan }) => {
      const madeBy = people.find(({ id }) => id === family.recordedBy) ?? { ...jo, id: family.recordedBy };
      const exported = exportFileOf({
        ...AROUND,
        ...{ madeBy, caseId: family.caseId, caseBody },
        profile: { id: profileId, body: profile },
        plan: { id: planId, body: plan },
      });
      return [`${file} ${profileId}`, bundleOf(exported)] as const;
    }),
];

describe.each(everyBundle)("the Bundle of %s", (_, bundle) => {
  test("is what the R4 schema and a second reader of FHIR take", () => {
    expect(faultsOfBundle(bundle)).toEqual([]);
  });

  test("names nothing that is not in it, and answers its own questionnaire, in its order and its words", () => {
    const { faults, responses } = bundleFaults(JSON.parse(JSON.stringify(bundle)));
    expect(faults).toEqual([]);
    expect(responses).toBeGreaterThan(0);
  });

  test("has no empty list, thing or word, which FHIR does not know", () => {
    expect(JSON.stringify(bundle)).not.toMatch(/\[\]|\{\}|""/);
  });

  test("says on each resource that it is made up, but for the questionnaire, which is real", () => {
    const unmarked = (bundle.entry ?? []).filter(({ resource }) => resource?.meta?.tag === undefined);
    expect(unmarked.map(({ resource }) => resource?.resourceType)).toEqual(["Questionnaire"]);
  });

  test("has a questionnaire that this program imports again", () => {
    const imported = valueOf(importQuestionnaire(JSON.parse(JSON.stringify(questionnaireOf(bundle)))));
    // Where a line ends is said by extensions, which the import names and leaves.
    expect(imported.leftOut.filter(({ reason }) => !/(minValue|maxValue)/.test(reason))).toEqual([]);
    expect(imported.questionnaire.structure.pages).toHaveLength(ndProfile.structure.strands.length + 1);
  });
});

/** One voice's answers to one strand, as any receiver reads them. */
const answersOf = (response: QuestionnaireResponse, strandId: string) =>
  (response.item?.find(({ linkId }) => linkId === strandId)?.item ?? []).map(({ linkId, answer }) => ({
    linkId,
    answer: answer?.[0],
  }));
const sourceOf = (response: QuestionnaireResponse): string => response.source?.reference?.split(":").at(-1) ?? "";
const responseBy = (bundle: Bundle, personId: string): QuestionnaireResponse =>
  allOf(bundle, "QuestionnaireResponse").find((each) => sourceOf(each) === personId) ?? expect.fail("nothing was said");

test("each voice is a response of its own with whose view it is and who wrote it down, and what was agreed is another", () => {
  const responses = allOf(robins, "QuestionnaireResponse");
  expect(responses.map(sourceOf)).toEqual([robin, mum, dad, expect.any(String), ""]);
  expect(new Set(responses.map(({ author }) => author?.display))).toEqual(new Set([jo.name]));
  const together = responses.at(-1) ?? expect.fail("nothing was agreed");
  expect(answersOf(together, "communication")).toContainEqual({
    linkId: "communication.line",
    answer: { valueInteger: 58 },
  });
  expect(answersOf(together, "attention").map(({ answer }) => answer?.valueCoding?.code)).toEqual(["seen-differently"]);
});

test("a mark that was passed or is too early has no number, and a mark told by somebody says by whom", () => {
  expect(answersOf(responseBy(robins, robin), "emotions").map(({ answer }) => answer?.valueCoding?.code)).toEqual([
    "passed",
  ]);
  const teachers = allOf(robins, "QuestionnaireResponse")[3] ?? expect.fail("the teacher said nothing");
  expect(answersOf(teachers, "sensory")).toEqual([
    { linkId: "sensory.line", answer: { valueInteger: 62 } },
    {
      linkId: "sensory.how-the-mark-was-made",
      answer: { valueCoding: expect.objectContaining({ code: "told-through" }) as unknown },
    },
    { linkId: "sensory.as-understood-by", answer: { valueString: "Amina Khan" } },
  ]);
});

test("who adds up the ordinal values of a strand gets the place that we suggest", () => {
  let tried = 0;
  const strands = ndProfile.structure.strands.map(({ id }) => id);
  for (const { profile, profileId } of practiceVisits) {
    for (const [strandId, voice] of strands.flatMap((id) =>
      voicesOn(profile.sections, id).map((each) => [id, each.voice] as const),
    )) {
      const { band } = profile.sections.frame;
      const prompts = (ndProfile.structure.strands.find(({ id }) => id === strandId)?.prompts ?? []).filter((prompt) =>
        prompt.bands.includes(band),
      );
      const suggested = suggestPosition(prompts, voice.answersByPromptId);
      if (!suggested.ok) continue;
      const bundle = everyBundle.find(([name]) => name.endsWith(profileId))?.[1];
      const questionnaire = questionnaireOf(bundle ?? expect.fail("nobody said this"));
      const items = questionnaire.item?.find(({ linkId }) => linkId === strandId)?.item ?? [];
      const ordinals = Object.entries(voice.answersByPromptId).flatMap(([promptId, answer]) => {
        if (answer.kind !== "answered") return [];
        const option = items
          .find(({ linkId }) => linkId === promptId)
          ?.answerOption?.find(({ valueCoding }) => valueCoding?.code === answer.choice);
        return [option?.extension?.[0]?.valueDecimal ?? expect.fail(`${promptId} has no ordinal value`)];
      });
      const sum = ordinals.reduce((all, each) => all + each, 0);
      expect(Math.floor((sum * 100) / (ordinals.length * 4) + 0.5)).toBe(suggested.value.position);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(5);
});

test("HAZ-08 a Bundle is the same whether or not a section hidden from its reader exists, and narrows for one reader", () => {
  const without = marked(robinsVisit(), "attention", mum, 30);
  const withIt = changeVoice(marked(without, "attention", dad, 95), "attention", dad, {
    hiddenFrom: [mum],
    goesWell: "A joy that Dad keeps",
  });
  expect(bundleOf(fileOf(withIt), mum)).toEqual(bundleOf(fileOf(without), mum));
  expect(JSON.stringify(bundleOf(fileOf(withIt)))).toContain("A joy that Dad keeps");
  // What its maker may not see is in nobody's, whoever it is narrowed for.
  const hiddenFromMaker = changeVoice(withIt, "attention", dad, { hiddenFrom: [mum, jo.id] });
  expect(JSON.stringify(bundleOf(fileOf(hiddenFromMaker), dad))).not.toContain("A joy that Dad keeps");
});

test("where a visit happens is in no Bundle, and neither is anybody who must not receive it", () => {
  expect(JSON.stringify(robins)).not.toContain("Secret Street");
  const file = fileOf(fullVisit());
  const person = file.caseBody.sections[`person/${dad}`];
  const sections = {
    ...file.caseBody.sections,
    [`person/${dad}`]: { ...person, person: { ...person?.person, mustNotReceive: true } },
  };
  const refused = bundleFor(
    { ...file, caseBody: { ...file.caseBody, sections } },
    {
      ...asked,
      forPersonId: dad,
    },
  );
  expect(refused).toEqual({ ok: false, error: { type: "NotForThem", personId: dad } });
});

test("a reversed question gives its choices the points that they count", () => {
  const { item } = fhirQuestionnaire(reversedInstrument, new Set(["primary"]), asked.language.words);
  const ordinals = (linkId: string) =>
    item
      ?.find((group) => group.linkId === "mornings")
      ?.item?.find((each) => each.linkId === linkId)
      ?.answerOption?.map(({ extension }) => extension?.[0]?.valueDecimal);
  expect(ordinals("mornings.primary.waking")?.slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
  expect(ordinals("mornings.primary.rushing")?.slice(0, 5)).toEqual([4, 3, 2, 1, 0]);
  expect(ordinals("mornings.primary.rushing")?.slice(5)).toEqual([undefined, undefined, undefined, undefined]);
});

describe("a Bundle in which something is wrong is refused with its place, and without a word of what was said", () => {
  const broken = (change: (bundle: Bundle) => void) => {
    const bundle = JSON.parse(JSON.stringify(robins)) as Bundle;
    change(bundle);
    return bundleFaults(bundle).faults;
  };
  const atResponse = (robins.entry ?? []).findIndex(
    ({ resource }) => resource?.resourceType === "QuestionnaireResponse",
  );
  const answersIn = (bundle: Bundle) => {
    const response = bundle.entry?.[atResponse]?.resource as QuestionnaireResponse;
    return response.item?.find(({ linkId }) => linkId === "learning")?.item ?? expect.fail("nothing was said");
  };
  const place = (tail: string): unknown =>
    expect.stringMatching(new RegExp(`^entry/${atResponse}/resource/item/\\d+/item/${tail}$`));

  test.each<readonly [string, (bundle: Bundle) => void, unknown, string]>([
    [
      "a name twice",
      (bundle) => bundle.entry?.push(bundle.entry[0] ?? {}),
      expect.stringMatching(/^entry\/\d+\/fullUrl$/),
      "twice",
    ],
    ["no entries", (bundle) => (bundle.entry = []), "entry", "nothing is in it"],
    ["a way to nowhere", (bundle) => bundle.entry?.shift(), expect.stringMatching(/reference$/), "leads to nothing"],
    [
      "what is not asked",
      (bundle) => ((answersIn(bundle)[0] ?? { linkId: "" }).linkId = "x"),
      place("0"),
      "is not asked",
    ],
    [
      "a number beyond the line",
      (bundle) => ((answersIn(bundle)[0] ?? { linkId: "" }).answer = [{ valueInteger: 101 }]),
      place("0/answer/0"),
      "no answer to it",
    ],
    [
      "a choice that is not offered",
      (bundle) => ((answersIn(bundle)[1] ?? { linkId: "" }).answer = [{ valueCoding: { code: "magic" } }]),
      place("1/answer/0"),
      "no answer to it",
    ],
    [
      "words for a number",
      (bundle) => ((answersIn(bundle)[0] ?? { linkId: "" }).answer = [{ valueString: "60" }]),
      place("0/answer/0"),
      "no answer to it",
    ],
    ["another order", (bundle) => void answersIn(bundle).reverse(), place("1"), "where it is asked"],
    ["two answers", (bundle) => answersIn(bundle)[0]?.answer?.push({ valueInteger: 3 }), place("0"), "more than once"],
    [
      "other words",
      (bundle) => ((answersIn(bundle)[0] ?? { linkId: "" }).text = "Secret?"),
      place("0"),
      "in other words",
    ],
  ])("%s", (_, change, path, reason) => {
    const faults = broken(change);
    expect(faults).toContainEqual({ path, reason: expect.stringContaining(reason) as unknown });
    expect(JSON.stringify(faults)).not.toMatch(/Secret|station|magic/);
  });
});

test("the same file gives the same Bundle, to the byte", () => {
  expect(JSON.stringify(bundleOf(fileOf(fullVisit())))).toBe(JSON.stringify(robins));
});
