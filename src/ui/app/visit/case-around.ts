import { childOf, peopleOf } from "#core/schema/case";
import { ageInYears } from "#core/schema/plain-date";
import { localDay } from "#platform/clock";
import type { SeenRecord } from "#storage/records";
import type { Services } from "../services";
import type { OpenVisit } from "./open-visit";

/** The part of an open visit that comes from the child's record. */
export type CaseAround = Pick<OpenVisit, "caseId" | "caseRevId" | "caseBody" | "people" | "child" | "ageYears">;

export const caseAround = (record: SeenRecord<"case">, startedAtMs: number): CaseAround => ({
  caseId: record.recordId,
  caseRevId: record.revId,
  caseBody: record.body,
  people: peopleOf(record.body),
  child: childOf(record.body),
  ageYears: ageInYears(record.body.sections.child.bornOn, localDay(startedAtMs)),
});

/** Shows the visit with the record as it is now, whenever that changes: a person added here is there at once. */
export const followCase = (services: Services, opened: OpenVisit, show: (visit: OpenVisit) => void): (() => void) => {
  let shownRevId = opened.caseRevId;
  const { records, watch } = services.store;
  const { startedAtMs } = opened.store.get().profile.sections.frame;
  return watch.subscribe("records", () => {
    void records.get(opened.caseId).then((record) => {
      // What cannot be read now stays as it was opened; nothing of the visit hangs on it.
      if (!record.ok || record.value.recordType !== "case" || record.value.revId === shownRevId) return;
      shownRevId = record.value.revId;
      show({ ...opened, ...caseAround(record.value, startedAtMs) });
    });
  });
};
