import type { Id } from "../schema/ids";
import type { SameChildBody } from "../schema/same-child";

/** One decision as this person has it. */
export interface DecisionRecord {
  readonly recordId: Id;
  readonly caseId: Id;
  readonly body: SameChildBody;
}

/** What stands of two records, by everything that people said and nobody has answered yet. */
export type Standing =
  | { readonly kind: "open" }
  | { readonly kind: "one"; readonly leadId: Id; readonly said: readonly DecisionRecord[] }
  | { readonly kind: "two"; readonly said: readonly DecisionRecord[] }
  /** People decided differently, each without knowing of the other: all is kept, and a person decides again. */
  | { readonly kind: "differ"; readonly said: readonly DecisionRecord[] };

/**
 * What stands of two children's records.
 *
 * Shape  `said` is in the order of the decisions' ids, the same on every device.
 *
 * Laws   1. it is the same from either side, and in whatever order decisions come
 *        2. a decision stands until one that names it; none is dropped because another came later
 *        3. where two that stand say otherwise, neither is taken
 * (tests/property/same-child.test.ts)
 */
export const standingOf = (decisions: readonly DecisionRecord[], one: Id, other: Id): Standing => {
  const ofPair = decisions.filter(({ caseId, body }) =>
    isPair([caseId, body.sections.decision.otherCaseId], [one, other]),
  );
  const replaced = new Set(ofPair.flatMap(({ body }) => body.sections.decision.replaces));
  const said = ofPair
    .filter(({ recordId, body }) => !replaced.has(recordId) && body.sections.decision.verdict !== "taken-back")
    .sort((a, b) => (a.recordId < b.recordId ? -1 : 1));
  const [first] = said;
  if (first === undefined) return { kind: "open" };
  const verdicts = new Set(said.map(({ body }) => body.sections.decision.verdict));
  if (verdicts.size === 1 && verdicts.has("two")) return { kind: "two", said };
  // Two who joined them with another in the lead agree that it is one child: the first that was written leads.
  if (verdicts.size === 1 && verdicts.has("one")) return { kind: "one", leadId: first.caseId, said };
  return { kind: "differ", said };
};

const isPair = ([a, b]: readonly [Id, Id], [one, other]: readonly [Id, Id]): boolean =>
  (a === one && b === other) || (a === other && b === one);
