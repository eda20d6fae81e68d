import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Operation, SCHEMA_VERSION } from "#core/schema/operation";
import { beginSharing } from "../access/sharing";
import { giveRelationship } from "../identity/people";
import type { Store } from "../store/store";
import { applyOperation } from "../sync/apply-operation";
import type { PracticeFamily, PracticeRecord } from "./practice-family";

/** The device that the made-up families were written on, as every audit row about them says. */
export const SEEDING_DEVICE = "019ac000-0000-7000-8000-0000000000d1";

/**
 * Brings the made-up families into a practice store: each record as its author's device would deliver it, each
 * relationship as the desk gives it.
 *
 * Laws  1. what is there already is left alone, whatever has become of it since
 *       2. a family that was half brought in is made whole
 *       3. nothing of it enters a store for real families
 *       (tests/server/practice-families.test.ts)
 */
export const seedPracticeFamilies = async (
  store: Store,
  areaId: string,
  families: readonly PracticeFamily[],
): Promise<void> => {
  if (!store.facts.practice) throw new Error("made-up families do not belong beside real ones");
  for (const family of families) {
    const author = { areaId, accountId: family.recordedBy, deviceId: SEEDING_DEVICE };
    for (const record of await notYetThere(store, author, family.records)) {
      const { status, reason } = await applyOperation(store, author, operationFrom(family, record));
      if (status !== "accepted") throw new Error(`record ${record.recordId} was ${status}: ${reason ?? "no reason"}`);
    }
    await giveToOthers(store, areaId, family);
    await shareWithOthers(store, areaId, family);
  }
};

/** What of a family is still to be delivered; nothing, once its author works with it no more. */
const notYetThere = async (
  store: Store,
  author: { readonly areaId: string; readonly accountId: string },
  records: readonly PracticeRecord[],
): Promise<readonly PracticeRecord[]> => {
  const recordIds = records.map(({ recordId }) => recordId);
  const there = await store.asAccount(author, async (tx) => {
    const { rows } = await sql<{ id: string; isTheirs: boolean }>`
      select record_id as id, sees_whole_case(${author.accountId}, ${author.areaId}, case_id) as "isTheirs"
      from record where area_id = ${author.areaId} and record_id = any (${recordIds}::uuid[])`.execute(tx);
    return rows;
  });
  if (there.some(({ isTheirs }) => !isTheirs)) return [];
  return records.filter(({ recordId }) => !there.some(({ id }) => id === recordId));
};

/** A record as the app puts it in its outbox. */
const operationFrom = ({ caseId }: PracticeFamily, record: PracticeRecord): Operation => {
  const { recordType, recordId, opId, madeAtMs } = record;
  const body = JSON.stringify(record.body);
  const sha256 = createHash("sha256").update(body).digest("hex");
  return {
    ...{ opId, recordType, recordId, caseId, parents: [], schemaVersion: SCHEMA_VERSION },
    ...{ body, sha256, clientTime: madeAtMs },
  };
};

/** Gives the case to those who never had it; a relationship that was ended since is not given again. */
const giveToOthers = (store: Store, areaId: string, { caseId, alsoSeenBy }: PracticeFamily): Promise<void> =>
  store.asDesk(async (tx) => {
    const { rows } = await sql<{ id: string }>`select account_id as id from relationship
      where area_id = ${areaId} and case_id = ${caseId}`.execute(tx);
    const had = new Set(rows.map(({ id }) => id));
    for (const accountId of alsoSeenBy) {
      if (!had.has(accountId)) await giveRelationship(tx, { areaId, caseId, accountId });
    }
  });

/** Begins what is shared with another agency and was never begun; one that was stopped since is not begun again. */
const shareWithOthers = (store: Store, areaId: string, { caseId, recordedBy, shared }: PracticeFamily): Promise<void> =>
  store.asDesk(async (tx) => {
    const { rows: begun } = await sql<{ id: string }>`select sharing_id as id from sharing
      where area_id = ${areaId} and case_id = ${caseId}`.execute(tx);
    const { rows: agencies } = await sql<{ id: string }>`select agency_id as id from membership
      where area_id = ${areaId} and account_id = ${recordedBy} order by from_at limit 1`.execute(tx);
    const [from] = agencies;
    for (const { agencyId, fromMs, untilMs, ...sharing } of shared) {
      if (from === undefined || begun.some(({ id }) => id === sharing.sharingId)) continue;
      await beginSharing(tx, {
        ...{ areaId, caseId, ...sharing, fromAgency: from.id, with: { agencyId }, sharedBy: recordedBy },
        ...{ from: new Date(fromMs), until: untilMs === undefined ? undefined : new Date(untilMs) },
      });
    }
  });
