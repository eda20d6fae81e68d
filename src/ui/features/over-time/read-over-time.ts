import type { CaseBody } from "#core/schema/case";
import type { Instrument } from "#core/schema/instrument";
import type { Services } from "../../app/services";
import type { SeenRecord } from "#storage/records";

/** Everything of one child that stands side by side. */
export interface FamilyInTime {
  readonly caseId: string;
  readonly caseBody: CaseBody;
  readonly profiles: readonly SeenRecord<"profile">[];
  readonly plans: readonly SeenRecord<"plan">[];
  readonly reviews: readonly SeenRecord<"review">[];
  /** The questionnaire of the newest profile: its lines and their words. Absent before the first. */
  readonly instrument: Instrument | undefined;
}

export type OverTimeRead =
  | { readonly kind: "read"; readonly value: FamilyInTime }
  | { readonly kind: "not-found" }
  | { readonly kind: "failed" };

/** Reads a child's profiles, plans and reviews as the device has them now. */
export const readOverTime = async (services: Services, caseId: string): Promise<OverTimeRead> => {
  const { records } = services.store;
  const [around, profiles, plans, reviews] = await Promise.all([
    records.get(caseId),
    records.profilesOf(caseId),
    records.plansOf(caseId),
    records.reviewsOf(caseId),
  ]);
  if (!around.ok) return { kind: around.error.type === "NotFound" ? "not-found" : "failed" };
  if (around.value.recordType !== "case") return { kind: "not-found" };
  if (!profiles.ok || !plans.ok || !reviews.ok) return { kind: "failed" };
  const newest = [...profiles.value.records].sort(
    (a, b) => b.body.sections.frame.startedAtMs - a.body.sections.frame.startedAtMs,
  )[0];
  return {
    kind: "read",
    value: {
      caseId,
      caseBody: around.value.body,
      profiles: profiles.value.records,
      plans: plans.value.records,
      reviews: reviews.value.records,
      instrument:
        newest === undefined
          ? undefined
          : await services.loadInstrument(newest.body.sections.frame.instrument, services.preferences.get().language),
    },
  };
};
