import { err, ok, type Result } from "../result";
import { isSameJson } from "../json/same-json";
import { type Differing, compareVersions, type SectionsOfVersion } from "./compare-versions";
import { isPlain, keptFromIn } from "./version-fields";

/** What a person chose for one difference: the value itself, so that it stays whatever comes meanwhile. */
export interface Chosen {
  readonly how: "one" | "other" | "both" | "words";
  readonly value?: unknown;
}
export type ChoicesByKey = Readonly<Record<string, Chosen>>;

/**
 * Both values of a field together.
 *
 * Missing  undefined where a field can be only one or the other; words that the other words hold already come once.
 */
export const bothOf = ({ kind, one, other }: Pick<Differing, "kind" | "one" | "other">): unknown => {
  if (kind === "list" && Array.isArray(one) && Array.isArray(other)) {
    const [first, second]: readonly [readonly unknown[], readonly unknown[]] = [one, other];
    return [...first, ...second.filter((each) => !first.some((had) => isSameJson(had, each)))];
  }
  if (kind !== "words" || typeof one !== "string" || typeof other !== "string") return undefined;
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
};

/** The differences for which nothing is chosen yet; a field that is written anew needs a word. */
export const undecidedIn = (
  { differing }: { readonly differing: readonly Differing[] },
  choices: ChoicesByKey,
): readonly Differing[] =>
  differing.filter(({ key }) => {
    const chosen = Object.hasOwn(choices, key) ? choices[key] : undefined;
    if (chosen?.how !== "words") return chosen === undefined;
    return typeof chosen.value !== "string" || chosen.value.trim() === "";
  });

/**
 * Brings two versions together as a person chose.
 *
 * Errors   every difference for which nothing is chosen; nothing is ever picked silently.
 * Laws     1. what is chosen is in the answer, each in its place
 *          2. all of one chosen is that one, with the sections that only the other has
 *          3. what is the same in both is the same in the answer
 *          4. whoever is kept from a section in either version is kept from it in the answer
 * (tests/property/merge-versions.test.ts)
 */
export const mergeVersions = (
  one: SectionsOfVersion,
  other: SectionsOfVersion,
  choices: ChoicesByKey,
): Result<SectionsOfVersion, readonly Differing[]> => {
  const comparison = compareVersions(one, other);
  const undecided = undecidedIn(comparison, choices);
  if (undecided.length > 0) return err(undecided);
  const merged = new Map<string, unknown>(Object.entries(one));
  for (const { sectionId, content } of comparison.onlyInOne) merged.set(sectionId, content);
  for (const { key, sectionId, path } of comparison.differing) {
    merged.set(sectionId, withValue(merged.get(sectionId), path, choices[key]?.value));
  }
  for (const [sectionId, content] of merged) {
    const names = keptFromIn(one[sectionId], other[sectionId]);
    if (isPlain(content) && names.length > 0) merged.set(sectionId, { ...content, hiddenFrom: names });
  }
  return ok(Object.fromEntries(merged));
};

const withValue = (content: unknown, [name, ...further]: readonly string[], value: unknown): unknown => {
  if (name === undefined) return value;
  const fields = isPlain(content) ? content : {};
  const inner = withValue(fields[name], further, value);
  if (inner !== undefined) return { ...fields, [name]: inner };
  return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
};
