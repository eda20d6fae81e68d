import { z } from "zod";
import type { Id } from "#core/schema/ids";
import { isPrivateType, Operation } from "#core/schema/operation";
import { RemoteRecord } from "#core/sync/remote-record";
import type { StoredRow } from "./open-database";
import { readRow } from "./read-row";
import type { RowCodec } from "#core/sealed/row-codec";

/** What a draft of any kind says of the records that it is about. */
const AboutRecords = z.looseObject({
  kind: z.string().optional(),
  caseId: z.string().nullish(),
  body: z.looseObject({ profileId: z.string().optional(), planId: z.string().optional() }).optional(),
});

export interface Unfinished {
  readonly drafts: readonly StoredRow[];
  readonly outbox: readonly StoredRow[];
  /** What the server holds safely. */
  readonly held: readonly StoredRow[];
}

/**
 * The records without which something on this device could not be opened, finished or copied any more: the case of a
 * visit that was begun, of what waits, of what is held; the plan that somebody began to look at again. A concern or a
 * note needs none: it is written and read without its case, and what stays must not tell of it.
 */
export const stillNeeded = async (codec: RowCodec, { drafts, outbox, held }: Unfinished): Promise<ReadonlySet<Id>> => {
  const [begun, waiting, kept] = await Promise.all([
    Promise.all(drafts.map((row) => readRow(codec, "draft", row, AboutRecords))),
    Promise.all(outbox.map((row) => readRow(codec, "outbox", row, Operation))),
    Promise.all(held.map((row) => readRow(codec, "remote", row, RemoteRecord))),
  ]);
  return new Set(
    [
      ...begun.flatMap((each) =>
        each.ok && !isPrivateType(each.value.kind ?? "")
          ? [each.value.caseId, each.value.body?.profileId, each.value.body?.planId]
          : [],
      ),
      ...waiting.flatMap((each) => (each.ok && !isPrivateType(each.value.recordType) ? [each.value.caseId] : [])),
      ...kept.flatMap((each) =>
        each.ok && each.value.held !== undefined && !isPrivateType(each.value.recordType) ? [each.value.caseId] : [],
      ),
    ].filter((id) => typeof id === "string"),
  );
};
