import { createHash } from "node:crypto";

/**
 * The version of a record of which somebody sees these sections, just as the database's `version_of` says it: an
 * operation's answer has it, and need not ask.
 *
 * Shape  `seen` are a version's id and a section's, as `id/section`; their order is that of their bytes.
 */
export const versionOf = (headRev: string, seen: readonly string[]): string => {
  const inOrder = seen.map((each) => Buffer.from(each)).sort((one, other) => Buffer.compare(one, other));
  return createHash("sha256")
    .update(`${headRev.toLowerCase()} 1 ${inOrder.join(" ")}`)
    .digest("hex")
    .slice(0, 32);
};
