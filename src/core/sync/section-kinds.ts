import type { RecordType } from "../schema/operation";

/** What opens a record, whatever of it is shared: its frame, or the child and the child's own entry. */
export const OPENS = "opens";

/**
 * By which names a sharing may name a section: its record's type, and one and two steps of its own name.
 *
 * Shape   `profile`, `profile/voice`, `profile/voice/motor`; what opens a record is `<type>/opens`.
 */
export const kindsOf = (recordType: RecordType, sectionId: string): readonly string[] => {
  const [first = "", second = ""] = sectionId.split("/");
  return [recordType, `${recordType}/${first}`, ...(second === "" ? [] : [`${recordType}/${first}/${second}`])];
};

/**
 * What a sharing of some kinds lets be seen: them, the child, and what opens each record that they are of.
 *
 * Laws  what was named first opens nothing that was not named
 * (tests/unit/core/sync/section-kinds.test.ts)
 */
export const sharedKinds = (named: readonly string[]): readonly string[] => [
  ...new Set([`case/${OPENS}`, ...named.flatMap((kind) => [`${kind.split("/")[0] ?? kind}/${OPENS}`, kind])]),
];
