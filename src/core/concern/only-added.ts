import { isSameJson } from "../json/same-json";

type Sections = Readonly<Record<string, unknown>>;

/**
 * Whether what is carried leaves every word that stands as it is: a private record is only ever added to.
 *
 * Shape    both as one schema reads them, so that what it fills in, and the order in which fields were written, count for
 *          nothing.
 * Missing  a section that stands and is not carried stays, and changes nothing.
 */
export const isOnlyAdded = (stood: Sections, carried: Sections): boolean =>
  Object.entries(stood).every(([id, content]) => !Object.hasOwn(carried, id) || isSameJson(content, carried[id]));
