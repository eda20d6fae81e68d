import { z } from "zod";
import { ok, type Result } from "#core/result";
import { OwnQuestionnaireFiles, OwnQuestionnaireName } from "#core/schema/wire";
import type { Connection } from "./open-database";
import { readRow } from "./read-row";
import type { RowCodec } from "#core/sealed/row-codec";
import type { StorageError } from "./storage-error";

/** One of the area's own questionnaires as it was fetched. */
const KeptQuestionnaire = z.looseObject({ name: OwnQuestionnaireName, files: OwnQuestionnaireFiles });
export type KeptQuestionnaire = z.infer<typeof KeptQuestionnaire>;

/** The area's own questionnaires on this device. */
export interface OwnQuestionnaires {
  readonly kept: () => Promise<Result<readonly KeptQuestionnaire[], StorageError>>;
  /** Of those named, the ones that this device does not have. */
  readonly missing: (
    names: readonly OwnQuestionnaireName[],
  ) => Promise<Result<readonly OwnQuestionnaireName[], StorageError>>;
  readonly keep: (questionnaire: KeptQuestionnaire) => Promise<Result<void, StorageError>>;
}

export const OWN_QUESTIONNAIRE = "questionnaire/";
const rowId = ({ id, version }: OwnQuestionnaireName): string => `${OWN_QUESTIONNAIRE}${id}/v${version}`;

/**
 * Keeps the questionnaires that an area adds.
 *
 * Laws   1. a version that is here is never replaced: what was asked with it is read in its words
 *        2. one that the area offers no more stays
 * (tests/unit/storage/own-questionnaires.test.ts)
 */
export const createOwnQuestionnaires = ({ connection, codec }: OwnQuestionnairesDeps): OwnQuestionnaires => ({
  kept: async () => {
    const rows = await connection.run(async (db) =>
      ok(await db.meta.where("id").startsWith(OWN_QUESTIONNAIRE).toArray()),
    );
    if (!rows.ok) return rows;
    const read = await Promise.all(rows.value.map((row) => readRow(codec, "meta", row, KeptQuestionnaire)));
    return ok(read.flatMap((each) => (each.ok ? [each.value] : [])));
  },

  missing: async (names) => {
    if (names.length === 0) return ok([]);
    const ids = await connection.run(async (db) =>
      ok(await db.meta.where("id").startsWith(OWN_QUESTIONNAIRE).primaryKeys()),
    );
    return ids.ok ? ok(names.filter((name) => !ids.value.includes(rowId(name)))) : ids;
  },

  keep: async (questionnaire) => {
    const at = { table: "meta", id: rowId(questionnaire.name), version: 1 } as const;
    // [Note: Seal before the transaction]
    const row = { id: at.id, version: at.version, body: await codec.encode(at, JSON.stringify(questionnaire)) };
    return connection.run((db) =>
      db.transaction("rw", db.meta, async () => {
        if ((await db.meta.get(at.id)) === undefined) await db.meta.add(row);
        return ok(undefined);
      }),
    );
  },
});

export interface OwnQuestionnairesDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
}
