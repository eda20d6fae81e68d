import { type Delivery, furtherFromDelivered } from "#core/schema/delivery";
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

/**
 * Shows the visit with the records as they are now, whenever they change: a person added here is there at once, and what
 * was delivered says so.
 */
export const followRecords = (
  services: Services,
  opened: OpenVisit,
  show: (visit: OpenVisit) => void,
): (() => void) => {
  let shown = opened;
  const { records, watch } = services.store;
  const { profileId, planId, profile } = opened.store.get();
  const { startedAtMs } = profile.sections.frame;
  const look = async (): Promise<void> => {
    const [aroundNow, profileNow, planNow] = await Promise.all(
      [opened.caseId, profileId, planId].map((id) => records.get(id)),
    );
    let next = shown;
    // What cannot be read now stays as it was opened; nothing of the visit hangs on it.
    if (aroundNow?.ok === true && aroundNow.value.recordType === "case" && aroundNow.value.revId !== shown.caseRevId)
      next = { ...next, ...caseAround(aroundNow.value, startedAtMs) };
    if (opened.finished && profileNow?.ok === true) {
      const ofPlan = planNow?.ok === true ? planNow.value.delivery : profileNow.value.delivery;
      const delivery = furtherFromDelivered(profileNow.value.delivery, ofPlan);
      if (!isSame(delivery, shown.delivery)) next = { ...next, delivery };
    }
    if (next === shown) return;
    shown = next;
    show(next);
  };
  return watch.subscribe("records", () => void look());
};

const isSame = (one: Delivery, other: Delivery): boolean => JSON.stringify(one) === JSON.stringify(other);
