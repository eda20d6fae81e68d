import { sql } from "kysely";
import type { Tx } from "../access/as-account";
import { writeAudit } from "../audit/write-audit";

export interface AreaToMake {
  readonly areaId: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}
export interface AgencyToMake {
  readonly areaId: string;
  readonly agencyId: string;
  readonly name: string;
}
export interface AccountToMake {
  readonly areaId: string;
  readonly accountId: string;
  readonly name: string;
  readonly agencyId: string;
  readonly role: string;
  readonly passphraseHash: string;
  readonly training: readonly string[];
}

/** Makes an area, or brings its name and settings up to date. */
export const ensureArea = async (tx: Tx, { areaId, name, settings }: AreaToMake): Promise<void> => {
  await sql`insert into area (area_id, name, settings) values (${areaId}, ${name}, ${JSON.stringify(settings)}::jsonb)
    on conflict (area_id) do update set name = excluded.name, settings = excluded.settings`.execute(tx);
};

export const ensureAgency = async (tx: Tx, { areaId, agencyId, name }: AgencyToMake): Promise<void> => {
  await sql`insert into agency (area_id, agency_id, name) values (${areaId}, ${agencyId}, ${name})
    on conflict (area_id, agency_id) do update set name = excluded.name`.execute(tx);
};

/** Makes a person who can sign in, as a member of one agency. */
export const addAccount = async (tx: Tx, account: AccountToMake): Promise<void> => {
  const { areaId, accountId, name, agencyId, role, passphraseHash, training } = account;
  await sql`insert into account (area_id, account_id, name, passphrase_hash, training)
    values (${areaId}, ${accountId}, ${name}, ${passphraseHash}, ${training}::text[])`.execute(tx);
  await sql`insert into membership (area_id, account_id, agency_id, role)
    values (${areaId}, ${accountId}, ${agencyId}, ${role})`.execute(tx);
};

/** Says anew what somebody has been trained for. */
export const setTraining = async (
  tx: Tx,
  { areaId, accountId, training }: Pick<AccountToMake, "areaId" | "accountId" | "training">,
): Promise<void> => {
  await sql`update account set training = ${training}::text[]
    where area_id = ${areaId} and account_id = ${accountId}`.execute(tx);
};

/**
 * Gives an account a relationship to a case in one of its agencies, from now on.
 *
 * Missing  without an agency, in the first that the account is a member of.
 */
export const giveRelationship = async (
  tx: Tx,
  at: CaseOfAccount,
  { ground = "given", agencyId }: { readonly ground?: "given" | "shared"; readonly agencyId?: string } = {},
): Promise<void> => {
  await sql`insert into relationship (area_id, case_id, account_id, ground, agency_id)
    values (${at.areaId}, ${at.caseId}, ${at.accountId}, ${ground}, coalesce(${agencyId ?? null}::uuid, (
      select m.agency_id from membership m where m.area_id = ${at.areaId} and m.account_id = ${at.accountId}
        and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      order by m.from_at, m.agency_id limit 1)))`.execute(tx);
  await writeAudit(tx, { areaId: at.areaId, accountId: at.accountId, recordId: at.caseId, kind: "access-given" });
};

/** Ends an account's access to a case, whatever it came from; what was kept of it stays. */
export const endRelationship = async (tx: Tx, at: CaseOfAccount): Promise<void> => {
  await sql`update relationship set until_at = now() where area_id = ${at.areaId} and case_id = ${at.caseId}
    and account_id = ${at.accountId} and until_at is null`.execute(tx);
  await writeAudit(tx, { areaId: at.areaId, accountId: at.accountId, recordId: at.caseId, kind: "access-ended" });
};

export interface CaseOfAccount {
  readonly areaId: string;
  readonly caseId: string;
  readonly accountId: string;
}
