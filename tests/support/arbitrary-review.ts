import fc from "fast-check";
import { PlanBody, type PlanSections } from "#core/schema/plan";
import { idOf, type Who } from "./family";

const PEOPLE = ["child", "mum", "dad", "teacher"] as const satisfies readonly Who[];
const ACTIONS = ["a1", "a2"];
const someOf = fc.subarray(PEOPLE.map(idOf));
const words = fc.constantFrom("", "  ", "It was calmer.", "\u202eهذا", "constructor");

const said = (field: string, choices: readonly string[]) =>
  fc.record({ hiddenFrom: someOf, [field]: fc.constantFrom("", ...choices, "a-newer-word"), words });

const content: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...Object.fromEntries(
    ACTIONS.flatMap((action): (readonly [string, fc.Arbitrary<unknown>])[] => [
      [
        `action/${action}`,
        fc.record({ hiddenFrom: someOf, tried: fc.constantFrom("", "yes"), next: fc.constant(""), nextWords: words }),
      ],
      ...PEOPLE.map((who) => [`action/${action}/${idOf(who)}`, said("helped", ["yes", "no"])] as const),
    ]),
  ),
  ...Object.fromEntries(PEOPLE.map((who) => [`goal/${idOf(who)}`, said("howClose", ["half-way"])])),
  ...Object.fromEntries(
    PEOPLE.map((who) => [
      `right-person/${idOf(who)}`,
      said("answer", ["no"]).map((section) => ({ ...section, aboutId: idOf("practitioner") })),
    ]),
  ),
  next: fc.record({ hiddenFrom: someOf, words, reviewOn: fc.constantFrom("", "2027-02-12") }),
  "sounds/newer": fc.record({ hiddenFrom: someOf, words }),
};

/** What may be said while a plan is looked at again: any of the sections, in any order, some kept from some people. */
export const saidSections: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .shuffledSubarray(Object.keys(content))
  .chain((ids) =>
    fc.tuple(...ids.map((id) => (content[id] ?? fc.constant({})).map((section) => [id, section] as const))),
  )
  .map((entries) => Object.fromEntries(entries));

/** A plan with a goal and two actions, each of them kept from some people. */
export const planForReview: fc.Arbitrary<PlanSections> = fc
  .tuple(someOf, someOf, someOf)
  .map(([goal, ...actions]) => ({
    goal: { hiddenFrom: goal, words: "To play football." },
    ...Object.fromEntries(
      ACTIONS.map((id, order) => [`action/${id}`, { hiddenFrom: actions[order], order, what: `Thing ${id}` }]),
    ),
  }))
  .map((sections) => PlanBody.parse({ schemaVersion: 1, profileId: idOf("child"), sections }).sections);

export const reviewFrame = {
  ledBy: idOf("practitioner"),
  startedAtMs: 1,
  finishedAtMs: 2,
  practice: true,
  presentIds: [],
};
