import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import type { SignInRequest } from "#core/schema/wire";
import type { Who } from "../access/as-account";
import { writeAudit } from "../audit/write-audit";
import type { Store } from "../store/store";
import { isPassphrase } from "./passphrase";

/** A session ends when it has not been used for so long. */
export const IDLE_HOURS = 12;

/** In the audit, for attempts under a name that belongs to no account and so to no area. */
const NO_AREA = "00000000-0000-0000-0000-000000000000";

/**
 * Begins a session for whoever knows an account's passphrase.
 *
 * Shape   the answer's token is 256 random bits; the store has its SHA-256 alone.
 * Errors  `NotSignedIn`, for an unknown account just as for a wrong passphrase. Both ways are in the audit.
 */
export const signIn = async (
  store: Store,
  { accountId, name, passphrase }: SignInRequest,
): Promise<Result<{ readonly token: string; readonly who: Who }, NotSignedIn>> => {
  const accounts = await store.asDesk(async (tx) => {
    const { rows } = await sql<{ accountId: string; areaId: string; hash: string | null }>`
      select account_id as "accountId", area_id as "areaId", passphrase_hash as hash from account
      where case when ${accountId ?? null}::uuid is null then lower(name) = lower(${name ?? null}::text)
        else account_id = ${accountId ?? null}::uuid end
      limit 2`.execute(tx);
    return rows;
  });
  // Two people of one name sign in by their ids: a name alone must not choose between them.
  const account = accounts.length === 1 ? accounts[0] : undefined;
  if (!(await isPassphrase(passphrase, account?.hash ?? undefined)) || account === undefined) {
    await store.asDesk((tx) =>
      writeAudit(tx, {
        areaId: account?.areaId ?? NO_AREA,
        kind: "sign-in-failed",
        ...(account && { accountId: account.accountId }),
      }),
    );
    return err({ type: "NotSignedIn" });
  }
  const who = { accountId: account.accountId, areaId: account.areaId };
  const token = randomBytes(32).toString("base64url");
  await store.asDesk(async (tx) => {
    await sql`delete from session where area_id = ${who.areaId} and account_id = ${who.accountId}
      and last_seen_at < now() - make_interval(hours => ${IDLE_HOURS})`.execute(tx);
    await sql`insert into session (token_sha256, area_id, account_id)
      values (decode(${sha256(token)}, 'hex'), ${who.areaId}, ${who.accountId})`.execute(tx);
    await writeAudit(tx, { ...who, kind: "signed-in" });
  });
  return ok({ token, who });
};

export interface NotSignedIn {
  readonly type: "NotSignedIn";
}

/** Whose session it is; `takenOff` are devices of theirs that were taken off, whatever session they come with. */
export interface FoundSession {
  readonly who: Who;
  readonly isRenewed: boolean;
  readonly takenOff: readonly string[];
}

/**
 * Whose session a token is, if it is still one.
 *
 * Shape  its use is written down at most once in five minutes; `isRenewed` says that it was now.
 */
export const findSession = (store: Store, token: string): Promise<FoundSession | undefined> =>
  store.asDesk(async (tx) => {
    const hash = sha256(token);
    const { rows } = await sql<{ accountId: string; areaId: string; isOld: boolean; takenOff: readonly string[] }>`
      select account_id as "accountId", area_id as "areaId", last_seen_at < now() - interval '5 minutes' as "isOld",
        array(select d.device_id from device_person p join device d using (area_id, device_id)
          where p.area_id = session.area_id and p.account_id = session.account_id
            and d.taken_off_at is not null)::text[] as "takenOff"
      from session where token_sha256 = decode(${hash}, 'hex')
        and last_seen_at >= now() - make_interval(hours => ${IDLE_HOURS})`.execute(tx);
    const [row] = rows;
    if (row === undefined) return undefined;
    if (row.isOld) {
      await sql`update session set last_seen_at = now() where token_sha256 = decode(${hash}, 'hex')`.execute(tx);
    }
    const { accountId, areaId, isOld, takenOff } = row;
    return { who: { accountId, areaId }, isRenewed: isOld, takenOff };
  });

/** Ends a session for good. */
export const endSession = (store: Store, token: string, who: Who): Promise<void> =>
  store.asDesk(async (tx) => {
    await sql`delete from session where token_sha256 = decode(${sha256(token)}, 'hex')`.execute(tx);
    await writeAudit(tx, { ...who, kind: "signed-out" });
  });

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
