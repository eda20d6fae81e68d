import type { Added, ConcernSections, NoteSections } from "../schema/concern";
import type { Id } from "../schema/ids";

/** An addition with the id under which it is kept. */
export interface KeptAddition extends Added {
  readonly id: Id;
}

const PREFIX = "added/";

/**
 * Adds to a private record.
 *
 * Laws  1. every section that stood stays as it was, also one that only a newer version knows
 *       2. the same addition twice is one
 * (tests/property/concerns.test.ts)
 */
export const addTo = <B extends { readonly sections: ConcernSections | NoteSections }>(
  body: B,
  id: Id,
  added: Added,
): B => ({ ...body, sections: { [`${PREFIX}${id}`]: added, ...body.sections } });

/** What was added, the first first. */
export const additionsOf = (sections: ConcernSections | NoteSections): readonly KeptAddition[] =>
  (Object.entries(sections) as (readonly [string, Added])[])
    .filter(([sectionId]) => sectionId.startsWith(PREFIX))
    .map(([sectionId, added]) => ({ ...added, id: sectionId.slice(PREFIX.length) }))
    .sort((one, other) => one.atMs - other.atMs || (one.id < other.id ? -1 : 1));

/** Who answered, as the author was last told; nothing until somebody has. */
export const answeredBy = (sections: ConcernSections): string | undefined =>
  additionsOf(sections)
    .map((added) => added.answeredBy.trim())
    .filter((name) => name !== "")
    .at(-1);
