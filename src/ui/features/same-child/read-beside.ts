import { childOf } from "#core/schema/case";
import type { Delivery } from "#core/schema/delivery";
import type { Id } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import type { Alike } from "#core/same-child/nearly-same-name";
import { othersBeside, type SeenCase } from "#core/same-child/possible-pairs";
import { type DecisionRecord, type Standing, standingOf } from "#core/same-child/standing-decision";
import type { Services } from "../../app/services";

/** One finished profile of the other record, with whether there is a plan to it. */
export interface ProfileBeside {
  readonly profileId: Id;
  readonly atMs: number;
  readonly hasPlan: boolean;
}

/** One child's record as it stands beside another. */
export interface CaseBeside extends SeenCase {
  readonly child: Person;
  /** The last finished first. */
  readonly profiles: readonly ProfileBeside[];
}

/** What is known of another record beside the one that is open. */
export interface Beside {
  readonly other: CaseBeside;
  readonly standing: Standing;
  readonly because: Alike | undefined;
  /** Where the newest thing that somebody said of the two is. */
  readonly delivery: Delivery | undefined;
}

/** The record that is open, and every other that may be, or was said to be, of the same child. */
export interface ReadBeside {
  readonly one: CaseBeside;
  readonly others: readonly Beside[];
}

/**
 * Reads what this device holds of a record and those beside it.
 *
 * Missing  undefined where the record is not there; a record that cannot be read stands beside none.
 * Errors   `failed` where the device could not be read.
 */
export const readBeside = async (
  { store: { records } }: Pick<Services, "store">,
  caseId: Id,
): Promise<ReadBeside | undefined | "failed"> => {
  const [cases, profiles, plans, decisions] = await Promise.all([
    records.list("case"),
    records.list("profile"),
    records.list("plan"),
    records.list("same-child"),
  ]);
  if (!cases.ok || !profiles.ok || !plans.ok || !decisions.ok) return "failed";
  const planned = new Set(plans.value.records.map(({ body }) => body.profileId));
  const all = cases.value.records.map((record): CaseBeside => ({
    caseId: record.recordId,
    caseBody: record.body,
    delivery: record.delivery,
    child: childOf(record.body),
    profiles: profiles.value.records
      .filter((profile) => profile.caseId === record.recordId)
      .map(({ recordId, body: { sections } }) => ({
        profileId: recordId,
        atMs: sections.finish?.atMs ?? sections.frame.startedAtMs,
        hasPlan: planned.has(recordId),
      }))
      .sort((a, b) => b.atMs - a.atMs),
  }));
  const one = all.find((each) => each.caseId === caseId);
  if (one === undefined) return undefined;
  const said = decisions.value.records;
  return {
    one,
    others: othersBeside(one, all, said).map(({ other, standing, because }) => ({
      other,
      standing,
      because,
      delivery: newestOf(standing, said),
    })),
  };
};

const newestOf = (
  standing: Standing,
  said: readonly (DecisionRecord & { readonly delivery: Delivery })[],
): Delivery | undefined => {
  if (standing.kind === "open") return undefined;
  const newest = standing.said.at(-1)?.recordId;
  return said.find(({ recordId }) => recordId === newest)?.delivery;
};

/** What stands of two records at this moment, so that what is said next answers all of it. */
export const standingNow = async (
  { store: { records } }: Pick<Services, "store">,
  one: Id,
  other: Id,
): Promise<Standing | undefined> => {
  const decisions = await records.list("same-child");
  return decisions.ok ? standingOf(decisions.value.records, one, other) : undefined;
};
