import { useEffect, useState } from "react";
import type { Id } from "#core/schema/ids";
import type { SeenRecord } from "#storage/records";
import { type Services, useServices } from "../../app/services";

export type PrivateRecord = SeenRecord<"concern"> | SeenRecord<"note">;

/** The private records on this device that the person here may read, the last written first. */
export interface PrivateRecords {
  readonly concerns: readonly SeenRecord<"concern">[];
  readonly notes: readonly SeenRecord<"note">[];
}
export type ReadingPrivate =
  { readonly kind: "reading" } | { readonly kind: "failed" } | ({ readonly kind: "read" } & PrivateRecords);

/** Reads them again after each change; `caseId` narrows them to what is about one child. */
export const usePrivateRecords = (caseId?: Id): ReadingPrivate => {
  const { store } = useServices();
  const [reading, setReading] = useState<ReadingPrivate>({ kind: "reading" });
  useEffect(() => {
    let newest = 0;
    const read = (): void => {
      newest += 1;
      const turn = newest;
      void readPrivate(store, caseId).then((found) => {
        if (turn === newest) setReading(found);
      });
    };
    read();
    const stop = store.watch.subscribe("records", read);
    return () => {
      newest = -1;
      stop();
    };
  }, [store, caseId]);
  return reading;
};

const readPrivate = async ({ records }: Services["store"], caseId?: Id): Promise<ReadingPrivate> => {
  const [concerns, notes] = await Promise.all([records.list("concern"), records.list("note")]);
  if (!concerns.ok || !notes.ok) return { kind: "failed" };
  const isOf = (record: PrivateRecord): boolean => caseId === undefined || record.caseId === caseId;
  return {
    kind: "read",
    concerns: concerns.value.records
      .filter(isOf)
      .toSorted((a, b) => b.body.sections.concern.atMs - a.body.sections.concern.atMs),
    notes: notes.value.records.filter(isOf).toSorted((a, b) => b.body.sections.note.atMs - a.body.sections.note.atMs),
  };
};

/** One of them, as it is now. */
export const usePrivateRecord = (recordId: Id): PrivateRecord | undefined => {
  const reading = usePrivateRecords();
  if (reading.kind !== "read") return undefined;
  return [...reading.concerns, ...reading.notes].find((record) => record.recordId === recordId);
};
