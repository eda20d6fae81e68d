import { z } from "zod";
import { besideText } from "#core/sealed/draft-beside";
import { planPutBack, type OnDevice, type PutBackPlan } from "#core/sealed/plan-put-back";
import type { CarriedRow, RescueContent, RowAsItLay } from "#core/sealed/rescue-content";
import { err, ok, type Result } from "#core/result";
import { REFUSED } from "../waiting";
import type { Connection, StoredRow } from "../open-database";
import { OWN_QUESTIONNAIRE } from "../own-questionnaires";
import { readRow } from "../read-row";
import type { RowCodec, TableName } from "#core/sealed/row-codec";
import type { StorageError } from "../storage-error";
import { bodyFrom } from "./body-as-it-lies";
import type { Stopped } from "./collect-rescue";
import { readDevice } from "./read-device";

/** A rescue file that has been opened, and how its bringer follows and stops the work. */
export interface ToPutBack {
  readonly fileId: string;
  readonly practice: boolean;
  readonly content: RescueContent;
  readonly signal?: Pick<AbortSignal, "aborted"> | undefined;
  /** From 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** What came back. `stillClosed` are rows that nobody could open when the file was made, and this device cannot either. */
export interface PutBack {
  readonly drafts: number;
  /** How many of those drafts lie beside one that was here. */
  readonly besides: number;
  readonly waiting: number;
  readonly records: number;
  readonly already: number;
  readonly stillClosed: readonly RowAsItLay[];
}

/** `AnotherPerson`: what one person wrote never comes back in another's name. `PracticeAndReal`: the two never mix. */
export type CannotPutBack = Stopped | StorageError | { readonly type: "AnotherPerson" | "PracticeAndReal" };

interface PutBackDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
  readonly userId: string;
  readonly practice: boolean;
  readonly sha256: (text: string) => Promise<string>;
}

const CAME_BACK = "came-back/";

/**
 * Puts what a rescue file holds back on this device, all of it or nothing.
 *
 * Laws   those of `planPutBack`, and: work that is stopped or fails has changed nothing; a file that was made to do harm
 *        plants no setting of this device
 * (tests/unit/storage/rescue.test.ts, tests/property/put-back.test.ts)
 */
export const putBackRescue = async (
  { connection, codec, userId, practice, sha256 }: PutBackDeps,
  { fileId, practice: isPracticeFile, content, signal, onProgress }: ToPutBack,
): Promise<Result<PutBack, CannotPutBack>> => {
  if (isPracticeFile !== practice) return err({ type: "PracticeAndReal" });
  if (content.userId !== userId) return err({ type: "AnotherPerson" });
  const noteId = `${CAME_BACK}${fileId}`;
  const device = await readDevice({ connection, codec }, noteId);
  if (!device.ok) return device;

  const hashes = new Map<string, string>();
  for (const draft of content.drafts) hashes.set(draft.id, await sha256(besideText(draft)));
  // A file says what its rows are called: of this device's own notes, only a questionnaire's comes from one.
  const questionnaires = content.questionnaires.filter(({ id }) => id.startsWith(OWN_QUESTIONNAIRE));
  const plan = planPutBack({ ...content, questionnaires }, device.value, hashes);
  const rows = await sealAll(codec, plan, { noteId, cameBefore: device.value.cameBefore, signal, onProgress });
  if (rows === undefined) return err({ type: "Stopped" });
  const lying = await openableAsTheyLie(codec, content.asTheyLay, device.value);
  if (signal?.aborted === true) return err({ type: "Stopped" });

  const added = await connection.run((db) =>
    db.transaction("rw", db.draft, db.outbox, db.remote, db.meta, async () => {
      // Another window may have put the same file back meanwhile: what is there by now stays.
      for (const [table, coming] of [
        [db.draft, [...rows.drafts, ...lying.draft]],
        [db.outbox, [...rows.outbox, ...lying.outbox]],
        [db.remote, [...rows.remote, ...lying.remote]],
        [db.meta, rows.meta],
      ] as const) {
        const there = new Set((await table.where("id").anyOf(idsOf(coming)).toArray()).map(({ id }) => id));
        await table.bulkAdd(coming.filter(({ id }) => !there.has(id)));
      }
      if (rows.note !== undefined) await db.meta.put(rows.note);
      return ok(undefined);
    }),
  );
  if (!added.ok) return added;
  return ok({
    drafts: plan.drafts.length,
    besides: plan.besideIds.length,
    waiting: plan.outbox.length,
    records: plan.remote.length,
    already: plan.already,
    stillClosed: lying.closed,
  });
};

const idsOf = (rows: readonly StoredRow[]): string[] => rows.map(({ id }) => id);

interface Sealing {
  readonly noteId: string;
  readonly cameBefore: ReadonlySet<string>;
  readonly signal: ToPutBack["signal"];
  readonly onProgress: ToPutBack["onProgress"];
}

/** [Note: Seal before the transaction] Nothing where somebody stopped it. */
const sealAll = async (codec: RowCodec, plan: PutBackPlan, { noteId, cameBefore, signal, onProgress }: Sealing) => {
  const total = plan.drafts.length + plan.outbox.length + plan.remote.length;
  let done = 0;
  const seal = async (table: TableName, { id, version, content }: CarriedRow): Promise<StoredRow> => ({
    id,
    version,
    body: await codec.encode({ table, id, version }, content),
  });
  const sealEach = async (table: TableName, carried: readonly CarriedRow[]): Promise<readonly StoredRow[]> => {
    const sealed: StoredRow[] = [];
    for (const row of carried) {
      if (signal?.aborted === true) break;
      sealed.push(await seal(table, row));
      onProgress?.((done += 1) / total);
    }
    return sealed;
  };
  const ids = [...plan.drafts, ...plan.outbox].map(({ id }) => id);
  const note = JSON.stringify({ ids: [...new Set([...cameBefore, ...ids])] });
  const refusals = plan.refused.map((refused) => ({
    id: `${REFUSED}${refused.opId}`,
    version: 1,
    content: JSON.stringify(refused),
  }));
  const sealed = {
    drafts: await sealEach("draft", plan.drafts),
    outbox: await sealEach("outbox", plan.outbox),
    remote: await sealEach("remote", plan.remote),
    meta: await Promise.all([...plan.questionnaires, ...refusals].map((row) => seal("meta", row))),
    note: ids.length === 0 ? undefined : await seal("meta", { id: noteId, version: 1, content: note }),
  };
  return signal?.aborted === true ? undefined : sealed;
};

/** Rows that nobody could open when the file was made: the device that has their key takes them back as they lay. */
const openableAsTheyLie = async (codec: RowCodec, asTheyLay: readonly RowAsItLay[], here: OnDevice) => {
  const back = { draft: [] as StoredRow[], outbox: [] as StoredRow[], remote: [] as StoredRow[] };
  const closed: RowAsItLay[] = [];
  for (const lay of asTheyLay) {
    const { table, id, version, body } = lay;
    const isHere = here.closed.has(id) || here.drafts.has(id) || here.outbox.has(id) || here.remote.has(id);
    if (isHere) continue;
    const row = { id, version, body: body === undefined ? undefined : bodyFrom(body) };
    const opened = await readRow(codec, table, row, z.unknown());
    if (opened.ok && table !== "meta" && version !== undefined) back[table].push({ ...row, version });
    else closed.push(lay);
  }
  return { ...back, closed };
};
