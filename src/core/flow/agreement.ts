import type { Agreement, CapacityStep } from "../schema/profile";

const PRESUMED_ABLE_FROM_AGE = 16;

/** From 16 a young person is presumed able to decide; before, it is asked whether the child understands. */
export const isPresumedAble = (ageYears: number): boolean => ageYears >= PRESUMED_ABLE_FROM_AGE;

/** The four steps of the Mental Capacity Act's test, in the order in which they are asked. */
export const CAPACITY_STEPS: readonly CapacityStep[] = ["understand", "remember", "weigh", "tell"];

/**
 * Whose yes or no it is, by age and understanding.
 *
 * `young-person` from 16, presumed able; `child` under 16 who understands; `parent` otherwise, with the child's wish
 * still asked; `best-interests` from 16 where the steps show that this decision cannot be made today; `ask-first` while
 * it has not been said whether the child understands, or the steps are not done.
 */
export type Decider = "young-person" | "child" | "parent" | "best-interests" | "ask-first";

export const deciderOf = (ageYears: number, agreement: Agreement): Decider => {
  if (!isPresumedAble(ageYears)) {
    if (agreement.understands === "not-said") return "ask-first";
    return agreement.understands === "yes" ? "child" : "parent";
  }
  if (!agreement.capacityDoubt) return "young-person";
  const answers = CAPACITY_STEPS.map((step) => agreement.capacitySteps[step]);
  if (answers.includes(false)) return "best-interests";
  return answers.includes(undefined) ? "ask-first" : "young-person";
};

/** What the agreement still needs before the strands open, or that it is a no. */
export type AgreementState =
  | { readonly kind: "agreed" }
  | { readonly kind: "said-no" }
  | { readonly kind: "open"; readonly missing: readonly AgreementGap[] };
export type AgreementGap = "privacy-limit" | "understands" | "capacity-steps" | "decision" | "words" | "decided-by";

/**
 * Whether the visit may go on to the strands.
 *
 * Shape  a yes counts with the words it was given in; a no needs nothing more: that child is not profiled today.
 */
export const agreementState = (ageYears: number, agreement: Agreement): AgreementState => {
  if (agreement.decision === "no") return { kind: "said-no" };
  const decider = deciderOf(ageYears, agreement);
  const missing: AgreementGap[] = [];
  if (!agreement.privacyLimitSaid) missing.push("privacy-limit");
  if (decider === "ask-first") missing.push(isPresumedAble(ageYears) ? "capacity-steps" : "understands");
  if (agreement.decision === "undecided") missing.push("decision");
  if (agreement.words.trim() === "") missing.push("words");
  if ((decider === "parent" || decider === "best-interests") && agreement.decidedById === "")
    missing.push("decided-by");
  return missing.length === 0 ? { kind: "agreed" } : { kind: "open", missing };
};
