import type { Person } from "../schema/person";
import type { Here } from "../schema/profile";
import type { Visit } from "../schema/visit";
import { agreementIn, hereIn } from "../visit/change-section";
import { type AgreementGap, agreementState } from "./agreement";

/** What the start of a visit still needs before the strands open, or that it is a no. */
export type StartState =
  | { readonly kind: "ready" }
  | { readonly kind: "said-no" }
  | { readonly kind: "open"; readonly missing: readonly StartGap[] };
export type StartGap = HereGap | AgreementGap;
export type HereGap = "right-child" | "who-is-here" | "interpreter-name" | "interpreter-reason" | "interpreter-a-child";

/** In the order in which they are asked. */
export const START_GAPS: readonly StartGap[] = [
  "right-child",
  "who-is-here",
  "interpreter-name",
  "interpreter-a-child",
  "interpreter-reason",
  "privacy-limit",
  "understands",
  "capacity-steps",
  "decided-by",
  "decision",
  "words",
];

/** Asked only once it is known whose decision it is. */
const AFTER_WHO_DECIDES: readonly StartGap[] = ["decided-by", "decision", "words"];

export interface AroundStart {
  readonly ageYears: number;
  readonly people: readonly Person[];
}

/**
 * Whether the visit may go on to the strands: the right child, somebody here, and a yes.
 *
 * Shape    the one who leads the visit is not enough: a profile is made with the child or the people around them.
 * Missing  what can only be asked later is not named before.
 */
export const startState = (visit: Visit, { ageYears, people }: AroundStart): StartState => {
  const agreement = agreementState(ageYears, agreementIn(visit));
  if (agreement.kind === "said-no") return agreement;
  const gaps = new Set<StartGap>([...hereGaps(visit, people), ...(agreement.kind === "open" ? agreement.missing : [])]);
  if (gaps.has("understands") || gaps.has("capacity-steps")) for (const gap of AFTER_WHO_DECIDES) gaps.delete(gap);
  const missing = START_GAPS.filter((gap) => gaps.has(gap));
  return missing.length === 0 ? { kind: "ready" } : { kind: "open", missing };
};

const hereGaps = (visit: Visit, people: readonly Person[]): readonly HereGap[] => {
  const here = hereIn(visit);
  const { ledBy, childId } = visit.profile.sections.frame;
  return [
    ...(here.rightChild ? [] : (["right-child"] as const)),
    ...(here.presentIds.some((id) => id !== ledBy) ? [] : (["who-is-here"] as const)),
    ...interpreterGaps(here.interpreter, people, childId),
  ];
};

/** A child or a sibling never interprets; an adult relative only with the reason written. */
const interpreterGaps = (
  interpreter: Here["interpreter"],
  people: readonly Person[],
  childId: string,
): readonly HereGap[] => {
  if (interpreter.kind === "none") return [];
  const name = plain(interpreter.name);
  const isNoInterpreter = (person: Person): boolean => person.id === childId || person.role === "sibling";
  const isAChild = people.some(
    (person) => isNoInterpreter(person) && [person.name, person.childCalls].map(plain).includes(name),
  );
  return [
    ...(name === "" ? (["interpreter-name"] as const) : isAChild ? (["interpreter-a-child"] as const) : []),
    ...(interpreter.kind === "relative-insisted" && interpreter.reason.trim() === ""
      ? (["interpreter-reason"] as const)
      : []),
  ];
};

const plain = (name: string): string => name.trim().toLowerCase();

/** With a relative interpreting, the safety questions stay closed. */
export const safetyQuestionsClosed = (here: Here): boolean => here.interpreter.kind === "relative-insisted";
