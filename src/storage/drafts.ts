import { z } from "zod";
import type { Clock } from "#core/ports";
import { err, ok, type Result } from "#core/result";
import { Id } from "#core/schema/ids";
import { Visit } from "#core/schema/visit";
import { LARGEST_BODY_BYTES, type TooLarge } from "./make-operation";
import type { Connection } from "./open-database";
import { readRow, type Unreadable } from "./read-row";
import type { RowCodec } from "#core/sealed/row-codec";
import type { StorageError } from "./storage-error";

/**
 * What is kept of a draft beside its id and version: a visit, or a form as it was typed so far: of a new family, of
 * something to be put right in a finished profile, of a plan that is looked at again, of two versions that are brought
 * together, of a safety concern, of a private note, or of what is added to one of these.
 *
 * Shape  form values are kept as they are, however unfinished; the form gives them their meaning.
 */
export const DraftContent = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("visit"),
    caseId: Id,
    startedAtMs: z.int(),
    savedAtMs: z.int(),
    body: Visit,
  }),
  z.looseObject({
    kind: z.literal("new-family"),
    caseId: z.null(),
    startedAtMs: z.int(),
    savedAtMs: z.int(),
    body: z.looseObject({}),
  }),
  z.looseObject({
    kind: z.literal("amendment"),
    caseId: Id,
    startedAtMs: z.int(),
    savedAtMs: z.int(),
    body: z.looseObject({ profileId: Id }),
  }),
  z.looseObject({
    kind: z.literal("review"),
    caseId: Id,
    startedAtMs: z.int(),
    savedAtMs: z.int(),
    body: z.looseObject({ profileId: Id }),
  }),
  z.looseObject({
    kind: z.literal("merge"),
    caseId: Id,
    startedAtMs: z.int(),
    savedAtMs: z.int(),
    body: z.looseObject({ recordId: Id }),
  }),
  z.looseObject({
    kind: z.enum(["concern", "note"]),
    caseId: Id,
    startedAtMs: z.int(),
    savedAtMs: z.int(),
    body: z.looseObject({ addedTo: Id.optional() }),
  }),
]);

interface DraftPlace {
  readonly id: string;
  readonly startedAtMs: number;
}
export interface VisitInProgress extends DraftPlace {
  readonly kind: "visit";
  readonly caseId: string;
  readonly body: Visit;
}
export interface NewFamilyInProgress extends DraftPlace {
  readonly kind: "new-family";
  readonly caseId: null;
  readonly body: Readonly<Record<string, unknown>>;
}
export interface AmendmentInProgress extends DraftPlace {
  readonly kind: "amendment";
  readonly caseId: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly profileId: string };
}
export interface ReviewInProgress extends DraftPlace {
  readonly kind: "review";
  readonly caseId: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly profileId: string };
}
/** Two versions of a record that somebody is bringing together. */
export interface MergeInProgress extends DraftPlace {
  readonly kind: "merge";
  readonly caseId: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly recordId: string };
}
/** A private record that is being written; `addedTo` is the record that it is added to, where it is no new one. */
export interface PrivateInProgress extends DraftPlace {
  readonly kind: "concern" | "note";
  readonly caseId: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly addedTo?: string | undefined };
}
/** A form as it was typed so far, of whatever kind. */
export type FormInProgress =
  NewFamilyInProgress | AmendmentInProgress | ReviewInProgress | MergeInProgress | PrivateInProgress;
/** What is handed in to be saved. */
export type DraftInProgress = VisitInProgress | FormInProgress;

/** How a draft was saved: `version` counts its writes from 1. */
export interface Saved {
  readonly version: number;
  readonly savedAtMs: number;
}
export type VisitDraft = VisitInProgress & Saved;
export type NewFamilyDraft = NewFamilyInProgress & Saved;
export type AmendmentDraft = AmendmentInProgress & Saved;
export type ReviewDraft = ReviewInProgress & Saved;
export type MergeDraft = MergeInProgress & Saved;
export type PrivateDraft = PrivateInProgress & Saved;
export type FormDraft = NewFamilyDraft | AmendmentDraft | ReviewDraft | MergeDraft | PrivateDraft;
/** What is given back. */
export type Draft = VisitDraft | FormDraft;

/** The draft is not as the writer last saw it: another tab wrote it, finished it or removed it. Nothing was written. */
export interface ChangedElsewhere {
  readonly type: "ChangedElsewhere";
}
/** Why a draft was not written: nothing of it was. `TooLarge` is for its writer to mend, by shortening what was written. */
export type CannotSave = ChangedElsewhere | TooLarge | StorageError;
export interface NotFound {
  readonly type: "NotFound";
  readonly id: string;
}

export interface Drafts {
  /** Writes over version `expectedVersion`, which is 0 for a draft that has not been saved yet. */
  readonly save: (draft: DraftInProgress, expectedVersion: number) => Promise<Result<Saved, CannotSave>>;
  readonly load: (id: string) => Promise<Result<Draft, NotFound | Unreadable | StorageError>>;
  /** All of them, the last saved first. */
  readonly list: () => Promise<Result<ListedDrafts, StorageError>>;
  /** Throws a draft away, readable or not, on somebody's word. What is not there is removed already. */
  readonly remove: (id: string) => Promise<Result<void, StorageError>>;
}

export interface ListedDrafts {
  readonly drafts: readonly Draft[];
  readonly unreadable: readonly Unreadable[];
}

export interface DraftsDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
  readonly clock: Clock;
}

/**
 * The drafts of one person on this device.
 *
 * Laws   1. a draft is written only over the version that its writer saw, in one transaction
 *        2. a row that cannot be read is kept as it lies, and hides no other
 *        3. what could not become a record is refused while it is written, not first when it is finished
 * (tests/support/store-suite.ts, tests/unit/storage/unreadable.test.ts, tests/unit/storage/too-large.test.ts)
 */
export const createDrafts = ({ connection, codec, clock }: DraftsDeps): Drafts => ({
  save: async (draft, expectedVersion) => {
    const { id } = draft;
    const saved = { version: expectedVersion + 1, savedAtMs: clock.nowMs() };
    const content = draftContent(draft, saved.savedAtMs);
    const bytes = largestRecordBytes(content, draft);
    if (bytes > LARGEST_DRAFT_BYTES) return err({ type: "TooLarge", bytes, largestBytes: LARGEST_DRAFT_BYTES });
    // [Note: Seal before the transaction]
    const row = {
      id,
      version: saved.version,
      body: await codec.encode({ table: "draft", id, version: saved.version }, content),
    };
    return connection.run(async (db) => {
      const found = { isChanged: false };
      try {
        await db.transaction("rw", db.draft, async (transaction) => {
          // Asked and written in one go, which is one wait less; what must not be written is taken back.
          const [before] = await Promise.all([db.draft.get(id), db.draft.put(row)]);
          // Written already, and only the answer was lost: a connection that breaks after the commit does the work again.
          const isWritten = before?.version === row.version && isSame(before.body, row.body);
          found.isChanged = !isWritten && (before?.version ?? 0) !== expectedVersion;
          if (found.isChanged) transaction.abort();
        });
      } catch (thrown) {
        if (!found.isChanged) throw thrown;
        return err({ type: "ChangedElsewhere" } as const);
      }
      return ok(saved);
    });
  },

  load: async (id) => {
    const found = await connection.run(async (db) => ok(await db.draft.get(id)));
    if (!found.ok) return found;
    if (found.value === undefined) return err({ type: "NotFound", id });
    return readDraft(codec, found.value);
  },

  list: async () => {
    const found = await connection.run(async (db) => ok(await db.draft.toArray()));
    if (!found.ok) return found;
    const read = await Promise.all(found.value.map((row) => readDraft(codec, row)));
    return ok({
      drafts: read.flatMap((each) => (each.ok ? [each.value] : [])).sort((a, b) => b.savedAtMs - a.savedAtMs),
      unreadable: read.flatMap((each) => (each.ok ? [] : [each.error])),
    });
  },

  remove: (id) =>
    connection.run(async (db) => {
      await db.draft.delete(id);
      return ok(undefined);
    }),
});

/** What the row of a draft holds, before it is sealed. */
export const draftContent = ({ kind, caseId, startedAtMs, body }: DraftInProgress, savedAtMs: number): string =>
  JSON.stringify({ kind, caseId, startedAtMs, savedAtMs, body });

/** What finishing adds by itself, such as who finished and when, has room left. */
const LARGEST_DRAFT_BYTES = LARGEST_BODY_BYTES - 4_096;

/** The bytes of the largest record that a draft becomes; a visit becomes a profile and a plan. */
const largestRecordBytes = (content: string, { kind, body }: Pick<DraftInProgress, "kind" | "body">): number => {
  // No letter takes more than three bytes, so most drafts are not counted a second time.
  if (content.length * 3 <= LARGEST_DRAFT_BYTES) return 0;
  if (kind !== "visit") return bytesOf(body);
  const { profile, plan, finishing } = body as Visit;
  return Math.max(bytesOf([profile, finishing]), bytesOf(plan));
};

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).byteLength;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const readDraft = async (
  codec: RowCodec,
  row: { readonly id: string; readonly version: number | string },
): Promise<Result<Draft, Unreadable>> => {
  const { id, version } = row;
  if (typeof version !== "number") return err({ type: "Unreadable", id, path: "version", reason: "not a number" });
  const content = await readRow(codec, "draft", row, DraftContent);
  return content.ok ? ok({ ...content.value, id, version }) : content;
};
