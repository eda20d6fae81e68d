import { type Decider, deciderOf } from "../flow/agreement";
import type { Agreement } from "../schema/profile";
import type { Visit } from "../schema/visit";
import { agreementIn, withSection } from "./change-section";

/**
 * Changes what was said about agreement.
 *
 * Laws   1. where the change passes the decision to somebody else, a yes is asked again; it was not theirs
 *        2. the child's words become the child's wish when an adult decides instead, and are not lost
 *        3. a no stands, whoever it passes to: only `takeBackNo` ends it
 * (tests/unit/core/visit/change-agreement.test.ts)
 */
export const changeAgreement = (visit: Visit, ageYears: number, change: Partial<Agreement>): Visit => {
  const before = agreementIn(visit);
  const wanted = { ...before, ...change };
  const decision = before.decision === "no" ? "no" : wanted.decision;
  const after = passed(deciderOf(ageYears, before), deciderOf(ageYears, wanted), { ...wanted, decision });
  return withSection(visit, "agreement", after);
};

const passed = (from: Decider, to: Decider, agreement: Agreement): Agreement => {
  if (from === to || agreement.decision === "no") return agreement;
  const asked: Agreement = { ...agreement, decision: "undecided" };
  if (isAdult(from) || !isAdult(to)) return asked;
  return { ...asked, words: "", childWish: [agreement.childWish, agreement.words].filter(Boolean).join("\n") };
};

const isAdult = (decider: Decider): boolean => decider === "parent" || decider === "best-interests";

/**
 * Takes back a no, deliberately; the answer is open again.
 *
 * Shape  a no that was said in words is kept with them in `earlierNos`.
 */
export const takeBackNo = (visit: Visit, nowMs: number): Visit => {
  const agreement = agreementIn(visit);
  if (agreement.decision !== "no") return visit;
  const { words, decidedById, earlierNos } = agreement;
  return withSection(visit, "agreement", {
    ...agreement,
    decision: "undecided",
    words: "",
    earlierNos: words.trim() === "" ? earlierNos : [...earlierNos, { words, decidedById, takenBackAtMs: nowMs }],
  });
};
