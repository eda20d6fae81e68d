import { z } from "zod";
import { CAPACITY_STEPS, deciderOf } from "#core/flow/agreement";
import type { Languages } from "#core/schema/case";
import type { PersonId } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import type { Agreement, Here } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { changeAgreement } from "#core/visit/change-agreement";
import { agreementIn, changeHere, hereIn } from "#core/visit/change-section";

const YesOrNo = z.enum(["yes", "no", ""]);

/** The form of who is here and who agreed, as the inputs hold it. */
export const StartValues = z.object({
  here: z.object({
    rightChild: z.boolean(),
    present: z.record(z.string(), z.boolean()),
    languageToday: z.string().max(80),
    interpreter: z.object({
      kind: z.enum(["none", "professional", "relative-insisted"]),
      name: z.string().max(80),
      reason: z.string().max(5000),
    }),
  }),
  agreement: z.object({
    privacyLimitSaid: z.boolean(),
    understands: z.enum(["yes", "no", "not-said"]),
    capacityDoubt: z.enum(["yes", "no"]),
    capacitySteps: z.object({ understand: YesOrNo, remember: YesOrNo, weigh: YesOrNo, tell: YesOrNo }),
    capacityHelp: z.string().max(5000),
    decision: z.enum(["undecided", "yes", "no"]),
    decidedById: z.string(),
    words: z.string().max(5000),
    childWish: z.string().max(5000),
  }),
});
export type StartValues = z.infer<typeof StartValues>;

/** What the form needs to know around the visit. */
export interface AroundForm {
  readonly ageYears: number;
  readonly people: readonly Person[];
  readonly languages: Languages;
}

/** The form as a visit stands. Before anything was said, the one who leads it is here, in the language of the record. */
export const startValuesOf = (visit: Visit, { people, languages }: AroundForm): StartValues => {
  const { frame, here: saved } = visit.profile.sections;
  const here = hereIn(visit);
  const agreement = agreementIn(visit);
  const isHere = (personId: PersonId): boolean =>
    saved === undefined ? personId === frame.ledBy : saved.presentIds.includes(personId);
  const { interpreter } = here;
  return {
    here: {
      rightChild: here.rightChild,
      present: Object.fromEntries(people.map((person) => [person.id, isHere(person.id)])),
      languageToday: saved === undefined ? languages.spoken : here.languageToday,
      interpreter: {
        kind: interpreter.kind,
        name: interpreter.kind === "none" ? "" : interpreter.name,
        reason: interpreter.kind === "relative-insisted" ? interpreter.reason : "",
      },
    },
    agreement: {
      privacyLimitSaid: agreement.privacyLimitSaid,
      understands: agreement.understands,
      capacityDoubt: agreement.capacityDoubt ? "yes" : "no",
      capacitySteps: stepsToForm(agreement.capacitySteps),
      capacityHelp: agreement.capacityHelp,
      decision: agreement.decision,
      decidedById: agreement.decidedById === frame.childId ? "" : agreement.decidedById,
      words: agreement.words,
      childWish: agreement.childWish,
    },
  };
};

/** The visit with what the form says of who is here. */
export const withHereValues = (visit: Visit, { here }: StartValues): Visit => {
  const known = Object.keys(here.present);
  const presentIds = [
    ...known.filter((personId) => here.present[personId] === true),
    ...hereIn(visit).presentIds.filter((personId) => !known.includes(personId)),
  ];
  const { rightChild, languageToday } = here;
  return changeHere(visit, { rightChild, presentIds, languageToday, interpreter: interpreterOf(here.interpreter) });
};

/** The visit with what the form says of agreement. Whose decision it is follows from age and understanding. */
export const withAgreementValues = (visit: Visit, { agreement }: StartValues, ageYears: number): Visit => {
  const said: Partial<Agreement> = {
    ...agreement,
    capacityDoubt: agreement.capacityDoubt === "yes",
    capacitySteps: stepsFromForm(agreement.capacitySteps),
  };
  const decider = deciderOf(ageYears, { ...agreementIn(visit), ...said });
  const isOwn = decider === "child" || decider === "young-person";
  const decidedById = isOwn ? visit.profile.sections.frame.childId : agreement.decidedById;
  return changeAgreement(visit, ageYears, { ...said, decidedById });
};

const interpreterOf = ({ kind, name, reason }: StartValues["here"]["interpreter"]): Here["interpreter"] => {
  if (kind === "none") return { kind };
  return kind === "professional" ? { kind, name } : { kind, name, reason };
};

type StepsInForm = StartValues["agreement"]["capacitySteps"];

const stepsToForm = (steps: Agreement["capacitySteps"]): StepsInForm => {
  const answer = (said: boolean | undefined) => (said === undefined ? "" : said ? "yes" : "no");
  return {
    understand: answer(steps.understand),
    remember: answer(steps.remember),
    weigh: answer(steps.weigh),
    tell: answer(steps.tell),
  };
};

const stepsFromForm = (steps: StepsInForm): Agreement["capacitySteps"] =>
  Object.fromEntries(CAPACITY_STEPS.filter((step) => steps[step] !== "").map((step) => [step, steps[step] === "yes"]));
