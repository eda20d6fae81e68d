import fc from "fast-check";
import { expect, test } from "vitest";
import { finishReview } from "#core/review/finish-review";
import { reviewFor } from "#core/review/review-for";
import { isAnythingSaid } from "#core/review/said-in-review";
import { peopleOf } from "#core/schema/case";
import type { PlanSections } from "#core/schema/plan";
import type { ReviewSections } from "#core/schema/review";
import { someReaders } from "../support/arbitrary-profile";
import { planForReview, reviewFrame, saidSections } from "../support/arbitrary-review";
import { familyOf, idOf } from "../support/family";
import { runs } from "../support/runs";

const people = peopleOf(familyOf());
const finished = (sections: Readonly<Record<string, unknown>>, plan: PlanSections): ReviewSections | undefined => {
  const body = finishReview({ profileId: idOf("child"), planId: idOf("mum"), frame: reviewFrame, sections, plan });
  return body.ok ? body.value.sections : undefined;
};
const hiddenFrom = (section: unknown): readonly string[] => (section as { hiddenFrom: readonly string[] }).hiddenFrom;

test("HAZ-08 law 1: who may not see an action or the goal may not see either what was said of it", () => {
  fc.assert(
    fc.property(saidSections, planForReview, (sections, plan) => {
      for (const [sectionId, section] of Object.entries(finished(sections, plan) ?? {})) {
        const [kind, id = ""] = sectionId.split("/");
        const ofPlan = kind === "action" ? plan[`action/${id}`] : kind === "goal" ? plan.goal : undefined;
        expect(hiddenFrom(section)).toEqual(expect.arrayContaining([...(ofPlan?.hiddenFrom ?? [])]));
      }
    }),
    runs,
  );
});

test("HAZ-07 law 2: what somebody said is kept from that person only where the part of the plan is", () => {
  fc.assert(
    fc.property(saidSections, planForReview, (sections, plan) => {
      for (const [sectionId, section] of Object.entries(finished(sections, plan) ?? {})) {
        const [kind, first = "", second] = sectionId.split("/");
        const [saidBy, ofPlan] = kind === "action" ? [second, plan[`action/${first}`]] : [first, plan.goal];
        if (saidBy === undefined || ofPlan?.hiddenFrom.includes(saidBy) === true) continue;
        expect(hiddenFrom(section)).not.toContain(saidBy);
      }
    }),
    runs,
  );
});

test("HAZ-02 law 3: all that was said is in the review, word for word, and nothing else", () => {
  fc.assert(
    fc.property(saidSections, planForReview, (sections, plan) => {
      const said = Object.entries(sections).filter(([, section]) => isAnythingSaid(section));
      const { frame, ...rest } = finished(sections, plan) ?? { frame: undefined };
      const kept: Readonly<Record<string, unknown>> = rest;
      expect(frame !== undefined).toBe(said.length > 0);
      expect(Object.keys(kept).sort()).toEqual(said.map(([sectionId]) => sectionId).sort());
      for (const [sectionId, section] of said) {
        const { hiddenFrom: _, ...words } = section as { hiddenFrom: unknown };
        expect(kept[sectionId]).toMatchObject(words);
      }
    }),
    runs,
  );
});

test("HAZ-08 what readers see of a review is the same whether or not a hidden section exists", () => {
  fc.assert(
    fc.property(saidSections, planForReview, someReaders, (sections, plan, readerIds) => {
      const review = finished(sections, plan);
      if (review === undefined) return;
      const isSeen = (section: unknown) => !hiddenFrom(section).some((id) => readerIds.includes(id));
      const without = <T extends object>(all: T): T =>
        Object.fromEntries(Object.entries(all).filter(([id, section]) => id === "frame" || isSeen(section))) as T;
      expect(reviewFor(readerIds, review, plan, people)).toEqual(
        reviewFor(readerIds, without(review), without(plan), people),
      );
    }),
    runs,
  );
});
