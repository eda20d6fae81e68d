import type { Who } from "../access/as-account";

/**
 * Who reads, and the version of bodies that their app writes.
 *
 * [Note: A body is given under its reader's version]
 * An app puts its own version on an operation, and what it changes of a body still bears the number that it came with. Were
 * that a later one, the two would differ, and its work would be held. Bodies grow only by addition, so an earlier app reads
 * what is given, keeps what it does not know, and may call all of it its own version.
 */
export interface Reader extends Who {
  readonly reads: number;
}
