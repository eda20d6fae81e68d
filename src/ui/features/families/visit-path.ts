import type { Id } from "#core/schema/ids";

/** Where a visit is carried on with. */
export const visitPath = ({ profileId, place }: { readonly profileId: Id; readonly place: string }): string =>
  `/profiles/${profileId}/${place}`;
