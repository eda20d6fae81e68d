import { sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import { sharedKinds } from "#core/sync/section-kinds";
import { writeAudit } from "../audit/write-audit";
import { giveRelationship } from "../identity/people";
import type { Tx } from "./as-account";

/** What the family was asked or told before something of theirs is shared; the practitioner chose it. */
export const CONFIDENTIALITY = [
  "they-agreed",
  "young-person-agreed",
  "told-no-objection",
  "objected-and-shared",
  "not-told",
] as const;
export type Confidentiality = (typeof CONFIDENTIALITY)[number];

/**
 * What is to be shared of a case, by which agency, with whom.
 *
 * Shape    `with` is an agency, or one account; within an agency nobody sees anything who is not named in `letAt`.
 * Missing  without `kinds` all of the case is shared; without `until`, until it is stopped. `because` says why, where the
 *          family objected or was not told.
 */
export interface SharingToBegin {
  readonly areaId: string;
  readonly sharingId: string;
  readonly caseId: string;
  readonly fromAgency: string;
  readonly with: { readonly agencyId: string } | { readonly accountId: string };
  readonly letAt: readonly string[];
  readonly kinds?: readonly string[] | undefined;
  readonly purpose: string;
  readonly confidentiality: Confidentiality;
  readonly because?: string | undefined;
  readonly sharedBy?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Begins a sharing, and lets each of `letAt` at the case on that ground; who was let at it before is let at it once. */
export const beginSharing = async (tx: Tx, sharing: SharingToBegin): Promise<void> => {
  const { areaId, sharingId, caseId, letAt } = sharing;
  const to = { agencyId: null, accountId: null, ...sharing.with };
  await sql`insert into sharing (area_id, sharing_id, case_id, from_agency, to_agency, to_account, kinds, purpose,
      confidentiality, because, shared_by, from_at, until_at)
    values (${areaId}, ${sharingId}, ${caseId}, ${sharing.fromAgency}, ${to.agencyId}, ${to.accountId},
      ${sharing.kinds === undefined ? null : sharedKinds(sharing.kinds)}::text[], ${sharing.purpose},
      ${sharing.confidentiality}, ${sharing.because ?? ""}, ${sharing.sharedBy ?? null},
      coalesce(${sharing.from ?? null}::timestamptz, now()), ${sharing.until ?? null}::timestamptz)`.execute(tx);
  await writeAudit(tx, { areaId, recordId: caseId, kind: "sharing-began", revId: sharingId });
  for (const accountId of letAt) {
    const { rows } = await sql`select 1 from relationship where area_id = ${areaId} and case_id = ${caseId}
      and account_id = ${accountId} and ground = 'shared' and until_at is null`.execute(tx);
    if (rows.length > 0) continue;
    const agency = to.agencyId === null ? {} : { agencyId: to.agencyId };
    await giveRelationship(tx, { areaId, caseId, accountId }, { ground: "shared", ...agency });
  }
};

/** Stops a sharing: nothing new goes, from the next contact on. One that ended before stays as it ended. */
export const stopSharing = async (
  tx: Tx,
  { areaId, sharingId }: Pick<SharingToBegin, "areaId" | "sharingId">,
): Promise<void> => {
  const { rows } = await sql<{ caseId: string }>`update sharing set until_at = now()
    where area_id = ${areaId} and sharing_id = ${sharingId} and (until_at is null or until_at > now())
    returning case_id as "caseId"`.execute(tx);
  for (const { caseId } of rows) {
    await writeAudit(tx, { areaId, recordId: caseId, kind: "sharing-stopped", revId: sharingId });
  }
};

/** Somebody who needs to read a case now, and has no relationship to it. */
export interface GlassToBreak {
  readonly areaId: string;
  readonly breakId: string;
  readonly accountId: string;
  readonly caseId: string;
  readonly reason: string;
  readonly hours: number;
}

const MOST_HOURS = 4;

/**
 * Lets somebody read a case for some hours, for a reason. The custodian is given notice of it.
 *
 * Errors  `NoReason`; `TooLong` beyond four hours; `NoRole` where they work in no agency in a role that reads.
 */
export const breakGlass = async (tx: Tx, glass: GlassToBreak): Promise<Result<void, CannotBreak>> => {
  const { areaId, breakId, accountId, caseId, hours } = glass;
  const reason = glass.reason.trim();
  if (reason === "") return err({ type: "NoReason" });
  if (!(hours > 0 && hours <= MOST_HOURS)) return err({ type: "TooLong" });
  const broken = await sql`insert into break_glass (area_id, break_id, account_id, agency_id, case_id, reason, until_at)
    select ${areaId}::uuid, ${breakId}::uuid, m.account_id, m.agency_id, ${caseId}::uuid, ${reason},
      now() + make_interval(secs => ${hours * 3600})
    from membership m join area_role o on o.area_id = m.area_id and o.role = m.role
    where m.area_id = ${areaId} and m.account_id = ${accountId}
      and m.from_at <= now() and (m.until_at is null or m.until_at > now())
    order by m.from_at, m.agency_id limit 1`.execute(tx);
  if (broken.numAffectedRows !== 1n) return err({ type: "NoRole" });
  await writeAudit(tx, { areaId, accountId, recordId: caseId, kind: "glass-broken", revId: breakId });
  return ok(undefined);
};

export interface CannotBreak {
  readonly type: "NoReason" | "TooLong" | "NoRole";
}
