import { type Family, familiesFrom } from "#core/case/family";
import { ok, type Result } from "#core/result";
import { furtherFromDelivered } from "#core/schema/delivery";
import type { NewFamilyDraft, VisitDraft } from "#storage/drafts";
import type { Unreadable } from "#storage/read-row";
import type { SeenRecord } from "#storage/records";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";

/** Every family on this device, the form of a new one that is half filled, and what cannot be read. */
export interface FamiliesRead {
  readonly families: readonly Family[];
  readonly halfFilled?: NewFamilyDraft;
  readonly unreadable: readonly Unreadable[];
}

/** Reads everything that the lists show. A record that cannot be read is named and hides no other. */
export const readFamilies = async ({
  store: { drafts, records },
}: Pick<Services, "store">): Promise<Result<FamiliesRead, StorageError>> => {
  const [cases, profiles, plans, reviews, written] = await Promise.all([
    records.list("case"),
    records.list("profile"),
    records.list("plan"),
    records.list("review"),
    drafts.list(),
  ]);
  if (!cases.ok) return cases;
  if (!profiles.ok) return profiles;
  if (!plans.ok) return plans;
  if (!reviews.ok) return reviews;
  if (!written.ok) return written;
  const visits = written.value.drafts.filter((draft): draft is VisitDraft => draft.kind === "visit");
  const halfFilled = written.value.drafts.find((draft): draft is NewFamilyDraft => draft.kind === "new-family");
  const begun = (kind: "amendment" | "review"): ReadonlySet<string> =>
    new Set(written.value.drafts.flatMap((draft) => (draft.kind === kind ? [draft.body.profileId] : [])));
  return ok({
    families: familiesFrom({
      cases: cases.value.records,
      profiles: profiles.value.records.map((profile) => withItsPlan(profile, plans.value.records)),
      visits,
      amendedIds: begun("amendment"),
      reviews: reviews.value.records,
      reviewedIds: begun("review"),
    }),
    ...(halfFilled === undefined ? {} : { halfFilled }),
    unreadable: onePerId([
      ...cases.value.unreadable,
      ...profiles.value.unreadable,
      ...plans.value.unreadable,
      ...reviews.value.unreadable,
      ...written.value.unreadable,
    ]),
  });
};

/** People see a profile and its plan as one: it is sent when both are. */
const withItsPlan = (
  profile: SeenRecord<"profile">,
  plans: readonly SeenRecord<"plan">[],
): SeenRecord<"profile"> & { readonly hasPlan: boolean } => {
  const plan = plans.find(({ body }) => body.profileId === profile.recordId);
  return plan === undefined
    ? { ...profile, hasPlan: false }
    : { ...profile, hasPlan: true, delivery: furtherFromDelivered(profile.delivery, plan.delivery) };
};

/** A row that does not even say what it is comes with every list. */
const onePerId = (unreadable: readonly Unreadable[]): readonly Unreadable[] => [
  ...new Map(unreadable.map((each) => [each.id, each])).values(),
];
