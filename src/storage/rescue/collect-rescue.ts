import { aboutRow } from "#core/sealed/about-row";
import type { CarriedRow, RescueContent, RowAsItLay } from "#core/sealed/rescue-content";
import { err, ok, type Result } from "#core/result";
import { isPrivateType } from "#core/schema/operation";
import type { Connection, StoredRow } from "../open-database";
import { Refused } from "../deliveries";
import { REFUSED } from "../waiting";
import { OWN_QUESTIONNAIRE } from "../own-questionnaires";
import { readRow } from "../read-row";
import type { RowCodec, TableName } from "#core/sealed/row-codec";
import type { StorageError } from "../storage-error";
import { bodyAsItLies } from "./body-as-it-lies";

/** What is to be collected, and how its maker follows and stops the work. */
export interface ToCollect {
  /** A record, or a child's record with all that belongs to it; without one, everything. */
  readonly only?: string | undefined;
  /** What is on the screen and could not be saved, in place of what was saved last. */
  readonly unsaved?: CarriedRow | undefined;
  readonly signal?: Pick<AbortSignal, "aborted"> | undefined;
  /** From 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Somebody stopped the work. Nothing was changed. */
export interface Stopped {
  readonly type: "Stopped";
}

/** Every row of one person's database, as of one moment. */
export interface LyingRows {
  readonly draft: readonly StoredRow[];
  readonly outbox: readonly StoredRow[];
  readonly remote: readonly StoredRow[];
  readonly meta: readonly StoredRow[];
}

interface OpeningDeps {
  readonly codec: RowCodec;
  readonly userId: string;
}
interface CollectDeps extends OpeningDeps {
  readonly connection: Connection;
}

/**
 * Collects what a rescue file holds. It only reads: a device that is full can still be rescued.
 *
 * Shape   all tables as of one moment; call it before anything is sealed.
 * Errors  a row that cannot be opened is no error: it is named, and carried as it lies.
 */
export const collectRescue = async (
  { connection, ...opening }: CollectDeps,
  wanted: ToCollect,
): Promise<Result<RescueContent, Stopped | StorageError>> => {
  const rows = await connection.run((db) =>
    db.transaction("r", db.draft, db.outbox, db.remote, db.meta, async () =>
      ok({
        draft: await db.draft.toArray(),
        outbox: await db.outbox.orderBy("seq").toArray(),
        remote: await db.remote.toArray(),
        meta: await db.meta.toArray(),
      }),
    ),
  );
  return rows.ok ? contentOf(opening, rows.value, wanted) : rows;
};

/** Opens what can be opened, and puts it together as a rescue file holds it. */
export const contentOf = async (
  { codec, userId }: OpeningDeps,
  { draft, outbox, remote, meta }: LyingRows,
  { only, unsaved, signal, onProgress }: ToCollect,
): Promise<Result<RescueContent, Stopped>> => {
  const total = draft.length + outbox.length + remote.length;
  const asTheyLay: RowAsItLay[] = [];
  let done = 0;

  const openAll = async (table: TableName, lying: readonly StoredRow[]): Promise<readonly CarriedRow[]> => {
    const opened: CarriedRow[] = [];
    for (const row of lying) {
      if (signal?.aborted === true) break;
      const text = await openRow(codec, table, row);
      if (text.ok) opened.push({ id: row.id, version: row.version, content: text.value });
      else asTheyLay.push(text.error);
      onProgress?.(total === 0 ? 1 : (done += 1) / total);
    }
    return opened;
  };

  const drafts = replaced(await openAll("draft", draft), unsaved);
  const operations = await openAll("outbox", outbox);
  const records = await openAll("remote", remote);
  const questionnaires = await openAll(
    "meta",
    meta.filter(({ id }) => id.startsWith(OWN_QUESTIONNAIRE)),
  );
  const refusals = await Promise.all(
    meta.filter(({ id }) => id.startsWith(REFUSED)).map((row) => readRow(codec, "meta", row, Refused)),
  );
  if (signal?.aborted === true) return err({ type: "Stopped" });
  const isWanted = wantedOf(only, [...drafts, ...operations, ...records]);
  const wantedOperations = operations.filter(isWanted);
  const waiting = new Set(wantedOperations.map(({ id }) => id));
  return ok({
    userId,
    ...(only === undefined ? {} : { only }),
    drafts: drafts.filter(isWanted),
    outbox: wantedOperations,
    remote: records.filter(isWanted),
    refused: refusals.flatMap((each) => (each.ok && waiting.has(each.value.opId) ? [each.value] : [])),
    questionnaires: [...questionnaires],
    asTheyLay: asTheyLay.filter(({ id }) => only === undefined || id === only),
  });
};

const openRow = async (codec: RowCodec, table: TableName, row: StoredRow): Promise<Result<string, RowAsItLay>> => {
  const { id, version, body } = row as { id: unknown; version: unknown; body: unknown };
  const isNamed = typeof id === "string" && (typeof version === "number" || typeof version === "string");
  const text = isNamed ? await codec.decode({ table, id, version }, body) : err({ reason: "has no id and version" });
  if (text.ok) return text;
  const lay = bodyAsItLies(body);
  return err({
    table,
    id: typeof id === "string" ? id : "",
    ...(isNamed ? { version } : {}),
    reason: text.error.reason,
    ...(lay === undefined ? {} : { body: lay }),
  });
};

/** A draft whose newest words are on the screen alone is carried with those words. */
const replaced = (drafts: readonly CarriedRow[], unsaved: CarriedRow | undefined): readonly CarriedRow[] =>
  unsaved === undefined ? drafts : [...drafts.filter(({ id }) => id !== unsaved.id), unsaved];

/**
 * One record brings along the child's record that it belongs to: without that it could not be opened. A concern or a note
 * belongs to no case: it goes where all goes, or where it is asked for itself.
 */
const wantedOf = (only: string | undefined, rows: readonly CarriedRow[]): ((row: CarriedRow) => boolean) => {
  if (only === undefined) return () => true;
  const about = new Map(rows.map((row) => [row, aboutRow(row.content)]));
  const names = (row: CarriedRow): readonly unknown[] => [row.id, about.get(row)?.recordId];
  const caseIds = new Set(rows.filter((row) => names(row).includes(only)).map((row) => about.get(row)?.caseId));
  const isPrivate = (row: CarriedRow): boolean => {
    const { recordType = "", kind = "" } = about.get(row) ?? {};
    return isPrivateType(recordType) || isPrivateType(kind);
  };
  return (row) =>
    names(row).includes(only) ||
    (about.get(row)?.caseId === only && !isPrivate(row)) ||
    (about.get(row)?.recordType === "case" && caseIds.has(about.get(row)?.recordId));
};
