import { sql } from "kysely";
import type { StuckReason, UnsentTable } from "#core/schema/sealed-wire";
import type { PushResult } from "#core/schema/wire";
import type { RecoverySlot } from "#core/sealed/keyring";
import { writeSealed } from "../audit/write-sealed";
import type { Store } from "../store/store";
import { applyInOrder, type Sent } from "../sync/apply-in-order";
import { WithOpId } from "../sync/check-envelope";
import type { OpenAreaKeys } from "./area-keys";
import { type DatabaseOfPerson, ofDatabase } from "./hold-sealed";
import { keepDrafts } from "./opened-drafts";
import { openRow, openSlots } from "./open-row";

/** A row that is held and not opened. */
interface LyingRow {
  readonly table: UnsentTable;
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** What became of a row that was tried. */
interface Tried extends Pick<LyingRow, "table" | "id" | "version"> {
  readonly state: "sealed" | "opened" | "stuck";
  readonly reason?: StuckReason;
  readonly result?: PushResult;
}

/**
 * Opens what lies sealed of one database: operations are delivered as its person's, in their order, drafts are kept for
 * their writer alone.
 *
 * Laws   1. a row that does not open is named with its reason, stays as it lies, and holds up no other
 *        2. an operation that had come already is answered as it was then
 *        3. broken off anywhere, it can be done again
 *        (tests/support/server/sealed-rules.ts)
 */
export const openHeld = async (
  store: Store,
  at: DatabaseOfPerson,
  keys: OpenAreaKeys,
  onFault: (error: unknown) => void,
  { alsoStuck = false }: { readonly alsoStuck?: boolean } = {},
): Promise<void> => {
  const states = alsoStuck ? ["sealed", "stuck"] : ["sealed"];
  const { slots, rows, givenUp } = await readLying(store, at, states);
  if (rows.length === 0) return;
  const unsent = openSlots(keys, slots, at.accountId);
  const texts = rows.map((row) => {
    const { table, id, version, body } = row;
    return [row, openRow(unsent, { table, id, version, userId: at.accountId }, Buffer.from(body, "hex"))] as const;
  });
  const tried: Tried[] = [];
  const drafts: { readonly id: string; readonly version: number; readonly content: string }[] = [];
  const ops: { readonly row: LyingRow; readonly sent: Sent }[] = [];
  for (const [row, text] of texts) {
    if (!text.ok) tried.push({ ...named(row), state: "stuck", reason: text.error });
    else if (row.table === "draft") drafts.push({ id: row.id, version: row.version, content: text.value });
    else {
      const sent = WithOpId.safeParse(jsonOf(text.value));
      if (sent.success && sent.data.opId.toLowerCase() === row.id) ops.push({ row, sent: sent.data });
      else tried.push({ ...named(row), state: "stuck", reason: "content" });
    }
  }
  const sent = ops.map((op) => op.sent);
  const results = await applyInOrder(store, at, sent, { onFault });
  tried.push(
    ...ops.flatMap(({ row }, index) => {
      const result = results[index];
      return result === undefined ? [] : [{ ...named(row), ...stateAfter(result), result }];
    }),
  );
  await keepDrafts(store, at, drafts, givenUp);
  tried.push(...drafts.map(({ id, version }) => ({ table: "draft" as const, id, version, state: "opened" as const })));
  await noteTried(store, at, tried);
};

const stateAfter = ({ status }: PushResult): Pick<Tried, "state" | "reason"> => {
  if (status === "retry") return { state: "sealed" };
  return status === "refused" ? { state: "stuck", reason: "refused" } : { state: "opened" };
};

const named = ({ table, id, version }: LyingRow) => ({ table, id, version });

const readLying = (store: Store, at: DatabaseOfPerson, states: readonly string[]) =>
  store.asDesk(async (tx) => {
    const { rows: slots } = await sql<RecoverySlot>`
      select epoch, area_key_id as "areaKeyId", ephemeral, sealed from sealed_slot where ${ofDatabase(at)}`.execute(tx);
    const { rows } = await sql<LyingRow>`
      select table_name as "table", row_id as id, version, encode(body, 'hex') as body from sealed_row
      where ${ofDatabase(at)} and state = any (${states}::text[]) order by table_name, seq, row_id`.execute(tx);
    const { rows: databases } = await sql<{ givenUp: boolean }>`
      select given_up as "givenUp" from sealed_database where ${ofDatabase(at)}`.execute(tx);
    return { slots, rows, givenUp: databases[0]?.givenUp === true };
  });

/** A version that came while this one was being opened is left as it came. */
const noteTried = (store: Store, at: DatabaseOfPerson, tried: readonly Tried[]): Promise<void> =>
  store.asDesk(async (tx) => {
    const notes = tried.map(({ result, ...row }) => ({ ...row, result: result && JSON.stringify(result) }));
    await sql`update sealed_row r set state = t.state, reason = t.reason, result = t.result,
        body = case when t.state = 'opened' then null else r.body end
      from json_to_recordset(${JSON.stringify(notes)}::json)
        as t ("table" text, id uuid, version int, state text, reason text, result text)
      where ${ofDatabase(at)} and r.table_name = t.table and r.row_id = t.id and r.version = t.version
        and r.body is not null`.execute(tx);
    const opened = tried.filter(({ state }) => state === "opened").map(({ id }) => id);
    if (opened.length > 0) await writeSealed(tx, at, "sealed-opened", opened);
  });

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the engine's own message quotes the text
  }
};
