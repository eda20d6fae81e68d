import { describe, expect, test } from "vitest";
import { understood } from "#core/questionnaire/filled";
import { actionsOf, notAvailableOf } from "#core/plan/actions";
import { AgeBand } from "#core/schema/age-band";
import type { MarkHow, MarkInput, PlacedMark } from "#core/schema/mark";
import { ageInYears } from "#core/schema/plain-date";
import { HOW_CLOSE, Setting } from "#core/schema/plan";
import type { Voice } from "#core/schema/profile";
import { isPresumedAble } from "#core/flow/agreement";
import { amendmentsOf } from "#core/visit/amendments";
import { checkAtHome } from "#core/visit/check-at-home";
import { ghostsOn } from "#core/scoring/since-last-time";
import practicePeople from "../../../practice/people.json";
import { ndProfile } from "../../support/nd-profile";
import {
  dayInEngland,
  practiceRecords,
  type PracticeRecords,
  type PracticeVisit,
  practiceVisits,
} from "../../support/practice-families";
import { type FilledPages, filledPages, questionnairesOfPages } from "../../support/practice-pages";

type Seen = PracticeRecords & PracticeVisit;

const { strands } = ndProfile.structure;
const voicesIn = ({ profile }: Seen): readonly (readonly [strandId: string, voice: Voice])[] =>
  Object.entries(profile.sections).flatMap(([id, section]) =>
    id.startsWith("voice/") ? [[id.split("/")[1] ?? "", section as Voice] as const] : [],
  );
const strandsIn = (visit: Seen): number => new Set(voicesIn(visit).map(([strandId]) => strandId)).size;
const actionsIn = ({ plan }: Seen) => actionsOf(plan.sections).map(({ content }) => content);
const ageOn = ({ caseBody, profile }: Seen): number =>
  ageInYears(caseBody.sections.child.bornOn, dayInEngland(profile.sections.frame.startedAtMs));

const aVisit = (has: (visit: Seen) => boolean) => () => practiceVisits.some(has);
const aVoice = (has: (voice: Voice, strandId: string, visit: Seen) => boolean) =>
  aVisit((visit) => voicesIn(visit).some(([strandId, voice]) => has(voice, strandId, visit)));
const aMark = (has: (mark: PlacedMark) => boolean) => aVoice(({ mark }) => mark.kind === "placed" && has(mark));
const anAction = (has: (action: ReturnType<typeof actionsIn>[number], visit: Seen) => boolean) =>
  aVisit((visit) => actionsIn(visit).some((action) => has(action, visit)));
const somePages = (questionnaireId: string, has: (filled: FilledPages) => boolean) => () =>
  filledPages.some((filled) => filled.questionnaire.structure.id === questionnaireId && has(filled));
const answered = ({ filled }: FilledPages, itemId: string, choice: string): boolean => {
  const answer = understood(filled.answers.get(itemId));
  return answer?.kind === "answered" && answer.value.type === "choice" && answer.value.choice === choice;
};
const someAnswer = ({ filled }: FilledPages, start: string): boolean =>
  [...filled.answers.keys()].some((key) => key.startsWith(start));

const HOWS: readonly MarkHow["kind"][] = [
  ...(["self", "helped-to-move", "aac-or-sign", "from-pictures", "watched", "told-through", "from-paper"] as const),
];
const INPUTS: readonly MarkInput[] = ["drag", "tap", "key", "number", "words"];

const whatThereIsToSee: Readonly<Record<string, () => boolean>> = {
  ...Object.fromEntries(HOWS.map((how) => [`a mark made so: ${how}`, aMark((mark) => mark.how.kind === how)])),
  ...Object.fromEntries(INPUTS.map((input) => [`a mark by ${input}`, aMark((mark) => mark.input === input)])),
  ...Object.fromEntries(
    AgeBand.options.map((band) => [
      `a family of the age ${band}`,
      aVisit(({ profile }) => profile.sections.frame.band === band),
    ]),
  ),
  ...Object.fromEntries(
    strands.flatMap(({ id, pattern = [] }) =>
      pattern.map((each) => [
        `${id} that ${each}`,
        aVoice((voice, strandId) => strandId === id && voice.pattern === each),
      ]),
    ),
  ),
  ...Object.fromEntries(
    strands.map(({ id }) => [
      `prompts answered, or a strength pinned, on ${id}`,
      aVoice(
        (voice, strandId) =>
          strandId === id && (Object.keys(voice.answersByPromptId).length > 0 || voice.strengthPinned),
      ),
    ]),
  ),
  "too early to say": aVoice(({ mark }) => mark.kind === "too-early"),
  "a pass": aVoice(({ mark }) => mark.kind === "passed"),
  "a line that is seen differently": aVisit(({ profile }) =>
    strands.some(({ id }) => profile.sections[`agreed/${id}`]?.outcome.kind === "differently"),
  ),
  "a mark that people agreed": aVisit(({ profile }) =>
    strands.some(({ id }) => profile.sections[`agreed/${id}`]?.outcome.kind === "placed"),
  ),
  "a mark of a child that is hidden from a parent": aVoice(({ hiddenFrom }, _, { people }) =>
    people.some(({ id, kind }) => kind === "family" && hiddenFrom.includes(id)),
  ),
  "a mark of a child that is hidden from a school": aVoice(({ hiddenFrom }, _, { people }) =>
    people.some(({ id, kind }) => kind === "setting" && hiddenFrom.includes(id)),
  ),
  "a line with the words of another age": aVisit(({ profile }) =>
    strands.some(({ id }) => {
      const band = profile.sections[`talk/${id}`]?.descriptionsBand;
      return band !== undefined && band !== profile.sections.frame.band;
    }),
  ),
  "what it takes out of somebody": aVoice(({ takesOut }) => takesOut !== ""),
  "a strength to the left of the middle": aVoice(
    ({ strengthPinned, mark }) => strengthPinned && mark.kind === "placed" && mark.position < 50,
  ),
  "all nine lines": aVisit((visit) => strandsIn(visit) === strands.length),
  "today's worry": aVisit((visit) => strandsIn(visit) <= 3),
  "an answer to a prompt that is none: does not apply, not known, rather not": () => {
    const kinds = new Set<string>(
      practiceVisits.flatMap((visit) =>
        voicesIn(visit).flatMap(([, { answersByPromptId }]) =>
          Object.values(answersByPromptId).map((answer) => (answer.kind === "missing" ? answer.why : answer.kind)),
        ),
      ),
    );
    return ["answered", "does-not-apply", "dont-know", "prefer-not-to-say"].every((kind) => kinds.has(kind));
  },
  "a prompt answered with not yet": aVoice(({ answersByPromptId }) =>
    Object.values(answersByPromptId).some((answer) => answer.kind === "answered" && answer.choice === "not-yet"),
  ),
  ...Object.fromEntries(
    (["for-today", "right-for-today", "seen-differently"] as const).map((way) => [
      `a visit that was finished ${way}`,
      aVisit(({ profile }) => profile.sections.finish?.outcome.kind === way),
    ]),
  ),
  "something put right within the seven days to check at home": aVisit(({ profile }) =>
    amendmentsOf(profile.sections).some(
      ({ content }) => checkAtHome(profile.sections, content?.atMs ?? Infinity, dayInEngland)?.isOver === false,
    ),
  ),
  "an interpreter": aVisit(({ profile }) => profile.sections.here?.interpreter.kind === "professional"),
  "a relative who insisted": aVisit(({ profile }) => profile.sections.here?.interpreter.kind === "relative-insisted"),
  "somebody who signs": () => practiceRecords.some(({ caseBody }) => caseBody.sections.child.languages.signed !== ""),
  "a child who decided, and one for whom a parent did": () =>
    (["yes", "no"] as const).every((understands) =>
      practiceVisits.some(
        (visit) => ageOn(visit) < 16 && visit.profile.sections.agreement?.understands === understands,
      ),
    ),
  "a young person who decided, presumed able": aVisit((visit) => {
    const { agreement, frame } = visit.profile.sections;
    return isPresumedAble(ageOn(visit)) && agreement?.decidedById === frame.childId && !agreement.capacityDoubt;
  }),
  "a young person who was doubted, took the steps and decided": aVisit(({ profile }) => {
    const { agreement } = profile.sections;
    return agreement?.capacityDoubt === true && Object.values(agreement.capacitySteps).every((able) => able);
  }),
  "a no that was taken back": aVisit(({ profile }) => (profile.sections.agreement?.earlierNos.length ?? 0) > 0),
  "a visit that was chosen to be about today's worry": aVisit(
    ({ profile }) => profile.sections.frame.length.kind === "worry",
  ),
  "parental responsibility that is shared with the council": () =>
    practiceRecords.some(({ people }) =>
      people.some(({ parentalResponsibility }) => parentalResponsibility === "shared-with-council"),
    ),
  "a baby of ten months": aVisit(({ caseBody, profile }) => {
    const born = new Date(`${caseBody.sections.child.bornOn}T12:00:00Z`);
    return ageOn({ caseBody, profile } as Seen) === 0 && monthsSince(born, profile.sections.frame.startedAtMs) === 10;
  }),
  "a child of two": aVisit((visit) => ageOn(visit) === 2),
  "somebody of fourteen": aVisit((visit) => ageOn(visit) === 14),
  "somebody of twenty-two": aVisit((visit) => ageOn(visit) === 22),
  "an action made from a strategy, with when not, whom to ask and when to stop": anAction(
    ({ idea }) => idea !== undefined && [idea.notFor, idea.checkWith, idea.stopIf].every((words) => words !== ""),
  ),
  "an action of people's own": anAction(({ idea }) => idea === undefined),
  ...Object.fromEntries(
    Setting.options.map((setting) => [
      `an action in the setting ${setting}`,
      anAction((action) => action.setting === setting),
    ]),
  ),
  ...Object.fromEntries(
    (["not-yet", "asked", "yes"] as const).map((asked) => [
      `somebody for whom asking stands at: ${asked}`,
      anAction((action) => action.asked === asked),
    ]),
  ),
  "something that the child does differently": anAction(({ changes }) => changes === "child"),
  "a plan for more than two places": aVisit(
    (visit) => new Set(actionsIn(visit).map(({ setting }) => setting)).size > 2,
  ),
  "would help, not available here": aVisit(({ plan }) => notAvailableOf(plan.sections).length > 1),
  "a goal in the child's words, and how close in words": aVisit(({ plan: { sections } }) => {
    const { goal } = sections;
    return goal !== undefined && goal.words !== "" && goal.howCloseWords !== "";
  }),
  ...Object.fromEntries(
    HOW_CLOSE.slice(0, 3).map((howClose) => [
      `a goal that is ${howClose}`,
      aVisit(({ plan }) => plan.sections.goal?.howClose === howClose),
    ]),
  ),
  ...Object.fromEntries(
    questionnairesOfPages.map(({ structure }) => [`answers in ${structure.id}`, somePages(structure.id, () => true)]),
  ),
  "a page that somebody keeps from their family, and one kept from a school": () =>
    (["family", "setting"] as const).every((kind) =>
      filledPages.some(({ visit, questionnaire, sections }) =>
        sections.some(
          ([, { hiddenFrom }]) =>
            questionnaire.structure.use.neverShared !== true &&
            visit.people.some((person) => person.kind === kind && hiddenFrom.includes(person.id)),
        ),
      ),
    ),
  "a child who chose a picture to stand for them": () =>
    questionnairesOfPages.some(({ structure: { id, use } }) =>
      somePages(id, ({ filled }) => use.marker !== undefined && filled.answers.has(use.marker))(),
    ),
  "how a parent gets on with class teacher and SENCO, one by one": somePages("worth-knowing", (filled) =>
    ["class-teacher", "senco"].every((role) =>
      filled.visit.people.some((person) => person.role === role && someAnswer(filled, `getting-on.how@${person.id}`)),
    ),
  ),
  "a medicine that was added": somePages("worth-knowing", (filled) => someAnswer(filled, "medicine.name@")),
  "moving on at fourteen": somePages("moving-on", ({ visit }) => ageOn(visit) === 14),
  "moving on at twenty-two": somePages("moving-on", ({ visit }) => ageOn(visit) === 22),
  "a story that a child does not know all of yet": somePages("story-so-far", (filled) =>
    answered(filled, "not-yet.child-knows", "not-yet"),
  ),
};

const monthsSince = (born: Date, atMs: number): number => {
  const at = new Date(atMs);
  const months = (at.getUTCFullYear() - born.getUTCFullYear()) * 12 + at.getUTCMonth() - born.getUTCMonth();
  return at.getUTCDate() < born.getUTCDate() ? months - 1 : months;
};

describe("somewhere in the practice area there is", () => {
  test.each(Object.entries(whatThereIsToSee))("%s", (_, isThere) => {
    expect(isThere()).toBe(true);
  });
});

describe("over the practice area", () => {
  test("there are twelve families and more, and each practitioner signs in to four and more", () => {
    expect(practiceRecords.length).toBeGreaterThanOrEqual(12);
    // The records keeper has no families: what nobody else may read comes to her.
    for (const { id } of practicePeople.people.filter(({ role }) => !["custodian", "service-lead"].includes(role))) {
      const theirs = practiceRecords.filter(({ family }) => [family.recordedBy, ...family.alsoSeenBy].includes(id));
      expect(theirs.length).toBeGreaterThanOrEqual(4);
    }
  });

  test("one family has three profiles over two years, with strands that moved either way and some not comparable", () => {
    const { visits } = practiceRecords.find((records) => records.visits.length >= 3) ?? expect.fail("nobody has three");
    const [first, last] = [visits[0]?.madeAtMs ?? 0, visits.at(-1)?.madeAtMs ?? 0];
    expect(Math.round((last - first) / (365 * 24 * 60 * 60 * 1000))).toBe(2);
    const said = visits.slice(1).map((visit, at) => {
      const before = visits[at]?.profile.sections ?? expect.fail("there is none before");
      return strands.flatMap(({ id }) =>
        ghostsOn(id, visit.profile.sections, before).map(({ comparison }) =>
          comparison.kind === "comparable" ? (comparison.now ?? "nobody") : comparison.why,
        ),
      );
    });
    expect(said[0]).toContain("other-band");
    for (const each of ["about-the-same", "was-further-left", "was-further-right"]) {
      expect(said.flat()).toContain(each);
      expect(said[1]).toContain(each);
    }
    const moved = visits.map(({ plan }) => plan.sections["work-on-first"]?.strandIds);
    expect(new Set(moved.map((ids) => ids?.join(" "))).size).toBe(visits.length);
  });
});
