import { loadInstrument } from "#core/instrument/load-instrument";
import type { Ids } from "#core/ports";
import type { CaseBody } from "#core/schema/case";
import type { Operation } from "#core/schema/operation";
import { PlainDate } from "#core/schema/plain-date";
import { startVisit } from "#core/visit/start-visit";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import wording from "../questionnaires/nd-profile/v1/en-GB.json";
import structure from "../questionnaires/nd-profile/v1/structure.json";
import { familyBody } from "../tests/support/seeded-family";
import { valueOf } from "../tests/support/value-of";
import { visitUnderWay } from "./made-up-visit";
import { createWords } from "./words";

/** So many families, each with a case and some profiles; the same seed gives the same words, marks and ids. */
export interface RecordsToMakeUp {
  readonly seed: number;
  readonly families: number;
  readonly profilesEach: number;
  readonly practice: boolean;
}

/** Twenty families with 25 records each: their cases, of 1.5 KB, are among the 500. */
export const FIVE_HUNDRED: RecordsToMakeUp = { seed: 2026, families: 20, profilesEach: 24, practice: false };
export const FIVE_HUNDRED_AND_TWENTY: RecordsToMakeUp = { ...FIVE_HUNDRED, profilesEach: 25 };

/** With four adults on nine strands it makes a profile of 20.0 KB. */
const NOTE_LENGTH = 55;
export const STARTED_AT_MS = Date.UTC(2026, 10, 22, 10);
const MADE_UP_PRACTITIONER = {
  id: "01900000-0000-7000-8000-00000000b001",
  name: "Made-up practitioner",
  kind: "practitioner",
  role: "early-help",
};

/**
 * Makes up finished work as it is delivered: each family's case, then its profiles, all for the first time.
 *
 * Shape  ids look like those of a device and sort in the order of making.
 */
export const makeUpRecords = async (plan: RecordsToMakeUp): Promise<readonly Operation[]> => {
  const words = createWords(plan.seed);
  const ids = idsByChance(words.chance);
  const first = { parents: [], nowMs: STARTED_AT_MS, ids, sha256: sha256Hex };
  const operations: Operation[] = [];
  for (let family = 0; family < plan.families; family += 1) {
    const caseId = ids.next();
    const caseBody = madeUpCase(words, family, plan.practice);
    const begun = { recordType: "case", recordId: caseId, caseId, body: caseBody } as const;
    operations.push(valueOf(await makeOperation({ ...first, ...begun })));
    for (let made = 0; made < plan.profilesEach; made += 1) {
      const today = PlainDate.parse("2026-11-22");
      const visit = startVisit(
        { caseId, caseBody, instrument, ledBy: MADE_UP_PRACTITIONER.id, today, nowMs: STARTED_AT_MS },
        ids,
      );
      const { profile } = visitUnderWay(caseBody, strandIds, words, NOTE_LENGTH)(visit);
      const finished = { recordType: "profile", recordId: visit.profileId, caseId, body: profile } as const;
      operations.push(valueOf(await makeOperation({ ...first, ...finished })));
    }
  }
  return operations;
};

const instrument = valueOf(
  loadInstrument({ file: "structure.json", content: structure }, { file: "en-GB.json", content: wording }),
);
const strandIds = instrument.structure.strands.map(({ id }) => id);

export const madeUpCase = (words: ReturnType<typeof createWords>, family: number, practice: boolean): CaseBody => {
  const body = familyBody(
    {
      from: 1000 + family * 100,
      child: { name: words.childName() },
      people: [
        { name: words.adultName(), childCalls: "Mum", kind: "family", role: "mum", parentalResponsibility: "yes" },
        { name: words.adultName(), childCalls: "Grandad", kind: "family", role: "grandparent" },
        { name: words.adultName(), kind: "setting", role: "class-teacher" },
      ],
    },
    MADE_UP_PRACTITIONER,
  );
  return { ...body, sections: { ...body.sections, child: { ...body.sections.child, practice } } };
};

/** Ids that chance makes and that still sort: keys in order are what a database gets from devices. */
export const idsByChance = (chance: () => number): Ids => {
  let made = 0;
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(chance() * 16).toString(16)).join("");
  return {
    next: () => {
      const time = (STARTED_AT_MS + made++).toString(16).padStart(12, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
    },
  };
};
