import type { Operation } from "#core/schema/operation";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { valueOf } from "../tests/support/value-of";
import { idsByChance, madeUpCase, STARTED_AT_MS } from "./made-up-records";
import { createWords, type Words } from "./words";

const FAMILIES = 100;
const PLANS_EACH = 4;
/** It makes a body of 200 bytes. */
const GOAL_LENGTH = 48;

/** A practitioner's 500 records, as small as they come: a hundred families' cases, and plans of 200 bytes. */
export interface SmallRecords {
  readonly first: readonly Operation[];
  /** Another revision of so many of the plans. */
  readonly changed: (count: number) => Promise<readonly Operation[]>;
}

export const makeUpSmallRecords = async (seed: number): Promise<SmallRecords> => {
  const words = createWords(seed);
  const ids = idsByChance(words.chance);
  const made = { nowMs: STARTED_AT_MS, ids, sha256: sha256Hex };
  const first: Operation[] = [];
  for (let family = 0; family < FAMILIES; family += 1) {
    const caseId = ids.next();
    const theCase = { recordType: "case", recordId: caseId, caseId, body: madeUpCase(words, family, false) } as const;
    first.push(valueOf(await makeOperation({ ...made, ...theCase, parents: [] })));
    for (let plan = 0; plan < PLANS_EACH; plan += 1) {
      const thePlan = { recordType: "plan", recordId: ids.next(), caseId, body: planBody(words, ids.next()) } as const;
      first.push(valueOf(await makeOperation({ ...made, ...thePlan, parents: [] })));
    }
  }
  return {
    first,
    changed: (count) =>
      Promise.all(
        first
          .filter(({ recordType }) => recordType === "plan")
          .slice(0, count)
          .map(async ({ recordId, caseId, opId }) => {
            const again = { recordType: "plan", recordId, caseId, body: planBody(words, recordId) } as const;
            return valueOf(await makeOperation({ ...made, ...again, parents: [opId] }));
          }),
      ),
  };
};

const planBody = (words: Words, profileId: string) => ({
  schemaVersion: 1,
  profileId,
  sections: { goal: { hiddenFrom: [], words: words.note(GOAL_LENGTH), howClose: "", howCloseWords: "" } },
});
