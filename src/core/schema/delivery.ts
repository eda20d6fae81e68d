import type { Receipt } from "./wire";

/**
 * Why a person has to look at a record: two versions of it stand side by side, the server holds a version safely instead
 * of taking it in, it would not take it at all, or the person may no longer see the record that theirs hangs on.
 */
export type NeedsYou = "two-versions" | "held" | "refused" | "access-ended";

/**
 * Where a record is. It stands beside its name everywhere.
 *
 * Missing  a record that another device delivered has no receipt here.
 */
export type Delivery =
  | { readonly kind: "draft" }
  | { readonly kind: "waiting"; readonly sinceMs: number }
  | { readonly kind: "delivered"; readonly receipt?: Receipt }
  | { readonly kind: "needs-you"; readonly reason: NeedsYou; readonly receipt?: Receipt };

const URGENCY: readonly Delivery["kind"][] = ["delivered", "waiting", "draft", "needs-you"];

/** Of two records that people see as one, such as a profile and its plan, the state that is further from delivered. */
export const furtherFromDelivered = (one: Delivery, other: Delivery): Delivery =>
  URGENCY.indexOf(other.kind) > URGENCY.indexOf(one.kind) ? other : one;
