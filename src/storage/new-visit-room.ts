/** The floor: a new visit is refused when less than this is free. 200 MB, as a device counts them. */
export const NEW_VISIT_FLOOR_BYTES = 200 * 1024 * 1024;

/**
 * Whether there is room to begin a visit. It is asked for a new visit only: one that runs is never refused.
 *
 * Missing  a browser that does not say how much is left keeps nobody from beginning.
 */
export const hasRoomForNewVisit = (
  space: { readonly kind: "known"; readonly freeBytes: number } | { readonly kind: "not-known" },
): boolean => space.kind === "not-known" || space.freeBytes >= NEW_VISIT_FLOOR_BYTES;
