import type { Bundle, BundleEntry, FhirResource, Provenance } from "fhir/r4";
import type { AgeBand } from "#core/schema/age-band";
import type { Strand } from "#core/schema/instrument";
import type { Amendment } from "#core/schema/amendment";
import { type ProfileSections, voicesOn } from "#core/schema/profile";
import { agreementIn } from "./agreement";
import { extended, type FhirFrom, moment, nameOf, texts } from "./fhir-from";
import { metaOf, peopleIn, referenceTo } from "./people";
import { carePlanIn, goalIn, goalName } from "./plan";
import { canonicalOf, fhirQuestionnaire } from "./questionnaire";
import { responsesIn } from "./responses";

/**
 * A finished profile as a FHIR R4 Bundle, for one reader.
 *
 * Laws    1. it is the same whether or not a section hidden from its reader exists
 *         2. the same file gives the same Bundle, to the byte
 *         (tests/unit/report/fhir/)
 * Source  docs/conformance/fhir-bundle.md
 */
export const fhirBundle = (from: FhirFrom): Bundle => {
  const { file, view, language, instrument } = from;
  const questionnaire = fhirQuestionnaire(
    instrument,
    bandsIn(instrument.structure.strands, view.sections),
    language.words,
  );
  const planId = file.plan?.id;
  const goal = planId === undefined ? undefined : goalIn(from);
  const goalRef = planId === undefined || goal === undefined ? undefined : goalName(planId);
  const carePlan = planId === undefined ? undefined : carePlanIn(from, planId, goalRef);
  const profileId = file.profile.id;
  const entries = [
    ...peopleIn(from).map((person) => entry(nameOf("person", person.id ?? ""), { ...metaOf(from), ...person })),
    entry(canonicalOf(instrument.structure).replace("|", ":v"), questionnaire),
    ...responsesIn(from, questionnaire).map(({ name, resource }) => entry(name, resource)),
    ...someEntry(goalRef, goal),
    ...someEntry(nameOf("plan", planId ?? ""), carePlan),
    ...someEntry(nameOf("agreement", profileId), agreementIn(from)),
  ];
  const about = entries.filter(({ resource }) => resource?.resourceType === "QuestionnaireResponse");
  const targets = about.length > 0 ? about : entries.slice(0, 1);
  return {
    resourceType: "Bundle",
    ...metaOf(from),
    identifier: { system: nameOf("profile"), value: profileId },
    type: "collection",
    timestamp: file.exportedAt,
    entry: [
      ...entries,
      entry(nameOf("made", profileId), madeBy(from, targets)),
      ...amendmentsIn(view.sections).map(([id, amendment]) =>
        entry(nameOf("amendment", id), putRight(from, targets, amendment)),
      ),
    ],
  };
};

const entry = (fullUrl: string, resource: FhirResource): BundleEntry => ({ fullUrl, resource });

const someEntry = (fullUrl: string | undefined, resource: FhirResource | undefined): readonly BundleEntry[] =>
  fullUrl === undefined || resource === undefined ? [] : [entry(fullUrl, resource)];

/** The band of the conversation, and those of questions that were answered before it was changed. */
const bandsIn = (strands: readonly Strand[], sections: ProfileSections): ReadonlySet<AgeBand> => {
  const answered = strands.flatMap((strand) => {
    const ids = new Set(voicesOn(sections, strand.id).flatMap(({ voice }) => Object.keys(voice.answersByPromptId)));
    return strand.prompts.filter(({ id }) => ids.has(id)).flatMap(({ bands }) => bands.slice(0, 1));
  });
  return new Set([sections.frame.band, ...answered]);
};

const targetsOf = (entries: readonly BundleEntry[]) => entries.map(({ fullUrl = "" }) => ({ reference: fullUrl }));

/** Who made this file, of what, and when. */
const madeBy = (from: FhirFrom, targets: readonly BundleEntry[]): Provenance => ({
  resourceType: "Provenance",
  ...metaOf(from),
  target: targetsOf(targets),
  occurredDateTime: moment(from.view.sections.finish?.atMs ?? from.view.sections.frame.startedAtMs),
  recorded: from.file.exportedAt,
  agent: [{ who: referenceTo(from, from.file.madeBy.id) ?? { display: from.file.madeBy.name } }],
});

const amendmentsIn = (sections: ProfileSections): readonly (readonly [string, Amendment])[] =>
  Object.entries(sections)
    .filter((each): each is [string, Amendment] => each[0].startsWith("amendment/"))
    .map(([sectionId, amendment]) => [sectionId.slice("amendment/".length), amendment]);

/** A correction stands beside the old words: it is told of them, and changes none. */
const putRight = (from: FhirFrom, targets: readonly BundleEntry[], amendment: Amendment): Provenance => ({
  resourceType: "Provenance",
  ...metaOf(from),
  ...extended(texts({ "put-right": amendment.what, why: amendment.why })),
  target: targetsOf(targets),
  recorded: moment(amendment.atMs),
  agent: [{ who: referenceTo(from, amendment.byId) ?? { display: from.language.words.data.somebody } }],
});
