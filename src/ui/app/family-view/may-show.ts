import type { Id } from "#core/schema/ids";
import type { HandedTo } from "#core/schema/visit";

/**
 * Who the screen is for.
 *
 * Shape  `place` is the last page of the visit, without the address of the visit before it.
 */
export type FamilyView =
  | { readonly kind: "off" }
  | { readonly kind: "on"; readonly profileId: Id; readonly place: string }
  | { readonly kind: "guest"; readonly profileId: Id; readonly place: string; readonly handedTo: HandedTo };

/** The pages of a visit that a family may see. Any other address, also one that is only spelt otherwise, is closed. */
const SHARED_PAGES = [
  "start",
  "strands",
  "picture",
  "more",
  "pages",
  "plan",
  "review",
  "amend",
  "newer-words",
  "report",
];

/**
 * Whether an address may be shown to whoever has the screen before them.
 *
 * Laws   1. in family view nothing outside this one visit is shown, and nothing of it that is the practitioner's own
 *        2. with the device in a guest's hands nothing is shown but the part that was handed over
 * (tests/unit/ui/app/may-show.test.ts)
 */
export const mayShow = (view: FamilyView, pathname: string): boolean => {
  if (view.kind === "off") return true;
  if (view.kind === "guest") return isWithin(`/profiles/${view.profileId}/${view.handedTo.to}`, pathname);
  const [, profiles, profileId, page] = pathname.split("/");
  return profiles === "profiles" && profileId === view.profileId && page !== undefined && SHARED_PAGES.includes(page);
};

/** Where whoever has the screen before them belongs. */
export const placeFor = (view: Exclude<FamilyView, { kind: "off" }>): string => {
  const visit = `/profiles/${view.profileId}`;
  if (view.kind === "on" || isWithin(view.handedTo.to, view.place)) return `${visit}/${view.place}`;
  const { to } = view.handedTo;
  return `${visit}/${to}${to.startsWith("pages/") ? "/_open" : ""}`;
};

const isWithin = (place: string, other: string): boolean => other === place || other.startsWith(`${place}/`);
