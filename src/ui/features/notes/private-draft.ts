import { z } from "zod";
import type { Id } from "#core/schema/ids";
import type { FormKind, OpenForm } from "../../app/forms/open-form";

const Typed = z.string().catch("");

/** A concern as it was typed so far. */
export const ConcernValues = z.object({
  words: Typed,
  saidBy: Typed,
  about: Typed,
  when: Typed,
  dangerNow: Typed,
  toldDoor: Typed,
  toldWho: Typed,
  toldWhen: Typed,
  familyTold: Typed,
  whyNotTold: Typed,
  notSafeToAsk: z.boolean().catch(false),
  alsoReadBy: z.array(z.string()).catch([]),
});
export type ConcernValues = z.infer<typeof ConcernValues>;

/** A note as it was typed so far. */
export const NoteValues = z.object({ words: Typed });
export type NoteValues = z.infer<typeof NoteValues>;

/** What is being added, as it was typed so far. */
export const AddedValues = z.object({ words: Typed, answeredBy: Typed });
export type AddedValues = z.infer<typeof AddedValues>;

export type OpenPrivate<V extends object> = OpenForm<V>;
export type PrivateType = "concern" | "note";

/** One new concern, and one new note, may be begun for each child at a time. */
export const newPrivate = <V extends object>(
  recordType: PrivateType,
  caseId: Id,
  schema: z.ZodType<V>,
): FormKind<V> => ({
  heldAs: `${recordType}/${caseId}`,
  isKept: (draft) =>
    draft.kind === recordType && draft.caseId === caseId && (draft.body as { addedTo?: Id }).addedTo === undefined,
  begin: (place) => ({ ...place, kind: recordType, caseId, body: {} }),
  read: (kept) => schema.parse(kept),
});

/** What is being added to one record. */
export const additionTo = (recordType: PrivateType, caseId: Id, recordId: Id): FormKind<AddedValues> => ({
  heldAs: `${recordType}/${recordId}`,
  isKept: (draft) => draft.kind === recordType && (draft.body as { addedTo?: Id }).addedTo === recordId,
  begin: (place) => ({ ...place, kind: recordType, caseId, body: { addedTo: recordId } }),
  read: (kept) => AddedValues.parse(kept),
});

/** Whether anything at all was typed or ticked. */
export const isAnythingTyped = (values: object): boolean =>
  Object.values(values).some(
    (value) => value === true || ((typeof value === "string" || Array.isArray(value)) && value.length > 0),
  );
