import { addTo } from "#core/concern/additions";
import { ok, type Result } from "#core/result";
import type { ConcernBody, NoteBody } from "#core/schema/concern";
import type { Id } from "#core/schema/ids";
import { SCHEMA_VERSION } from "#core/schema/operation";
import type { Services } from "../../app/services";
import type { AddedValues, ConcernValues, NoteValues } from "./private-draft";
import type { CannotSend, ToSend } from "./private-sender";

interface Writing {
  readonly services: Pick<Services, "practitioner" | "area" | "store">;
  readonly id: Id;
  readonly nowMs: number;
}

const written = ({ services: { practitioner, area }, nowMs }: Writing) => ({
  byId: practitioner.id,
  byName: practitioner.name,
  atMs: nowMs,
  practice: area.practice,
});

/** A new concern, with everything just as it was typed; nothing is worked out from it. */
export const concernFrom = (caseId: Id, values: ConcernValues, writing: Writing): ToSend => {
  const { toldDoor, toldWho, toldWhen, ...rest } = values;
  const told = [toldDoor, toldWho, toldWhen].some((each) => each !== "")
    ? [{ door: toldDoor, who: toldWho, when: toldWhen }]
    : [];
  const body: ConcernBody = {
    schemaVersion: SCHEMA_VERSION,
    sections: { concern: { ...written(writing), ...rest, told, aboutIds: [] } },
  };
  return { recordType: "concern", recordId: writing.id, caseId, parents: [], body };
};

export const noteFrom = (caseId: Id, { words }: NoteValues, writing: Writing): ToSend => {
  const body: NoteBody = { schemaVersion: SCHEMA_VERSION, sections: { note: { ...written(writing), words } } };
  return { recordType: "note", recordId: writing.id, caseId, parents: [], body };
};

/** What is added follows the newest there is of the record, and leaves every word that stands. */
export const additionFrom = async (
  recordId: Id,
  { words, answeredBy }: AddedValues,
  { services, id, nowMs }: Writing,
): Promise<Result<ToSend, CannotSend>> => {
  const record = await services.store.records.get(recordId);
  if (!record.ok) return record;
  const { recordType, caseId, revId } = record.value;
  const added = { atMs: nowMs, words, answeredBy, alsoReadBy: [] };
  const place = { recordId, caseId, parents: [revId] };
  if (recordType === "concern") return ok({ ...place, recordType, body: addTo(record.value.body, id, added) });
  if (recordType === "note") return ok({ ...place, recordType, body: addTo(record.value.body, id, added) });
  throw new Error("only private records are added to in this way");
};
