import type { Id, PersonId } from "../schema/ids";
import type { PlanSections } from "../schema/plan";
import type { ProfileSections } from "../schema/profile";
import type { ReviewSections } from "../schema/review";
import { isAnythingSaid } from "../review/said-in-review";
import { hide, withoutHidden } from "../scoring/hide";
import { amendmentsOf } from "../visit/amendments";

/** What happened with a family, as a list in order of time tells it: when, what, and who led or said it. */
export type TimelineEvent = { readonly atMs: number; readonly profileId: Id; readonly byId: PersonId } & (
  | { readonly kind: "visit"; readonly presentIds: readonly PersonId[] }
  | { readonly kind: "plan" }
  | { readonly kind: "amendment"; readonly amendmentId: Id }
  | { readonly kind: "review"; readonly reviewId: Id; readonly presentIds: readonly PersonId[] }
);

/** What the device holds of one family. */
export interface ToldInTime {
  readonly profiles: readonly { readonly recordId: Id; readonly body: { readonly sections: ProfileSections } }[];
  readonly plans: readonly { readonly body: { readonly profileId: Id; readonly sections: PlanSections } }[];
  readonly reviews: readonly {
    readonly recordId: Id;
    readonly body: { readonly profileId: Id; readonly sections: ReviewSections };
  }[];
}

/**
 * Visits, plans, what was put right, and reviews, in the order of time, as these readers may see them.
 *
 * Missing  a plan of which these readers see nothing is not in it; what a newer version put right has no day and is not
 *          either.
 * Laws     1. the result is the same whether or not a hidden section exists
 * (tests/property/over-time.test.ts)
 */
export const timelineFor = (readerIds: readonly PersonId[], told: ToldInTime): readonly TimelineEvent[] =>
  [
    ...told.profiles.flatMap(({ recordId, body }) => eventsOf(readerIds, recordId, body.sections, told.plans)),
    ...told.reviews.map(({ recordId, body: { profileId, sections } }): TimelineEvent => {
      const { ledBy, finishedAtMs, presentIds } = sections.frame;
      return { kind: "review", reviewId: recordId, profileId, byId: ledBy, atMs: finishedAtMs, presentIds };
    }),
  ].sort(
    (a, b) => a.atMs - b.atMs || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (nameOf(a) < nameOf(b) ? -1 : 1),
  );

const KINDS: readonly TimelineEvent["kind"][] = ["visit", "plan", "amendment", "review"];

const nameOf = (event: TimelineEvent): string =>
  event.kind === "amendment" ? event.amendmentId : event.kind === "review" ? event.reviewId : event.profileId;

const eventsOf = (
  readerIds: readonly PersonId[],
  profileId: Id,
  sections: ProfileSections,
  plans: ToldInTime["plans"],
): readonly TimelineEvent[] => {
  const seen = hide(readerIds, sections);
  const { ledBy: byId, startedAtMs } = seen.frame;
  const plan = plans.find(({ body }) => body.profileId === profileId)?.body.sections;
  const hasPlan = plan !== undefined && Object.values(withoutHidden(readerIds, plan)).some(isAnythingSaid);
  return [
    { kind: "visit", profileId, byId, atMs: startedAtMs, presentIds: seen.here?.presentIds ?? [] },
    ...(hasPlan ? [{ kind: "plan" as const, profileId, byId, atMs: seen.finish?.atMs ?? startedAtMs }] : []),
    ...amendmentsOf(seen).flatMap(({ id, content }) =>
      content === undefined
        ? []
        : [{ kind: "amendment" as const, amendmentId: id, profileId, byId: content.byId, atMs: content.atMs }],
    ),
  ];
};
