import type { WithdrawnWording } from "../schema/wire";
import type { InstrumentRef } from "../schema/instrument";

/** What takes the place of withdrawn wording. */
export type UseInstead =
  | { readonly kind: "version"; readonly id: string; readonly version: number }
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "nothing" };

/**
 * What to use instead of a questionnaire's wording, if it has been withdrawn.
 *
 * Shape    what would be used instead and was withdrawn too leads on to its own, so that nobody is sent from one
 *          withdrawn wording to another. Withdrawn is a version in every language. What was finished keeps its words,
 *          and this is then what is said of them.
 * Missing  undefined: not withdrawn.
 */
export const withdrawalOf = (
  ref: Pick<InstrumentRef, "id" | "version">,
  withdrawn: WithdrawnWording,
): UseInstead | undefined => {
  const seen = new Set<string>();
  let at = ref;
  let instead: UseInstead | undefined;
  // A loop and no recursion: a list that leads on ten thousand times is no reason for a visit not to open.
  for (;;) {
    const { id, version } = at;
    const found = withdrawn.find((each) => each.id === id && each.version === version);
    if (found === undefined) return instead;
    if (seen.has(`${id}/v${version}`)) return { kind: "nothing" };
    seen.add(`${id}/v${version}`);
    instead = readUseInstead(found.useInstead);
    if (instead.kind !== "version") return instead;
    at = instead;
  }
};

const readUseInstead = (useInstead: string): UseInstead => {
  const [, id, version] = /^([a-z0-9]+(?:[-.][a-z0-9]+)*)\/v([1-9]\d{0,8})$/.exec(useInstead.trim()) ?? [];
  if (id !== undefined && version !== undefined) return { kind: "version", id, version: Number(version) };
  return useInstead.trim() === "" ? { kind: "nothing" } : { kind: "words", words: useInstead.trim() };
};
