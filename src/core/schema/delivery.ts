/** Where a record is. It stands beside its name everywhere. */
export type Delivery =
  { readonly kind: "draft" } | { readonly kind: "waiting"; readonly sinceMs: number } | { readonly kind: "delivered" };
