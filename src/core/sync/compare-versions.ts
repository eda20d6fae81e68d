import { isSameJson } from "../json/same-json";
import { type FieldKind, fieldsIn, isPlain, keptFromIn, kindOfField } from "./version-fields";

/** The sections of one version of a record. */
export type SectionsOfVersion = Readonly<Record<string, unknown>>;

/**
 * A value that two versions have differently: a person chooses.
 *
 * Shape    `key` names it among all of the record and stays the same when a further version comes.
 * Missing  `one` or `other` is undefined where that version has no such value.
 */
export interface Differing {
  readonly key: string;
  readonly sectionId: string;
  readonly path: readonly string[];
  readonly kind: FieldKind;
  readonly one: unknown;
  readonly other: unknown;
}

/** A section that only one of the two versions has. It stays: nothing is taken away by a merge. */
export interface OnlyInOne {
  readonly sectionId: string;
  readonly side: "one" | "other";
  readonly content: unknown;
}

/** What is different between two versions of a record, and which sections are the same. */
export interface Comparison {
  readonly differing: readonly Differing[];
  readonly onlyInOne: readonly OnlyInOne[];
  readonly sameIds: readonly string[];
}

/**
 * Compares two versions of a record, section by section and field by field.
 *
 * Laws   1. a section is in one place of the answer only, and none is left out
 *        2. compared the other way round, the same differs
 *        3. a version has no difference from itself
 * (tests/property/merge-versions.test.ts)
 */
export const compareVersions = (one: SectionsOfVersion, other: SectionsOfVersion): Comparison => {
  const shared = Object.keys(one).filter((sectionId) => Object.hasOwn(other, sectionId));
  const only = (side: "one" | "other", these: SectionsOfVersion, those: SectionsOfVersion): readonly OnlyInOne[] =>
    Object.entries(these)
      .filter(([sectionId]) => !Object.hasOwn(those, sectionId))
      .map(([sectionId, content]) => ({ sectionId, side, content }));
  const differing = shared.flatMap((sectionId) => differingIn(sectionId, one[sectionId], other[sectionId]));
  const differingIds = new Set(differing.map(({ sectionId }) => sectionId));
  return {
    differing,
    onlyInOne: [...only("one", one, other), ...only("other", other, one)],
    sameIds: shared.filter((sectionId) => !differingIds.has(sectionId)),
  };
};

/** Those who must not see what differs: everyone whom either version keeps from it. */
export const keptFrom = (
  { sectionId }: Pick<Differing, "sectionId">,
  one: SectionsOfVersion,
  other: SectionsOfVersion,
): readonly string[] => keptFromIn(one[sectionId], other[sectionId]);

const differingIn = (sectionId: string, one: unknown, other: unknown): readonly Differing[] => {
  // What is not made of fields, as a newer version may write it, is compared whole.
  const [before, after] = isPlain(one) && isPlain(other) ? [byPlace(one), byPlace(other)] : [whole(one), whole(other)];
  const paths = [...before, ...after].map(([, { path }]) => inBoth(path, one, other));
  const places = new Map(paths.map((path) => [placeOf(path), path]));
  return [...outermost(places)].flatMap(([place, path]): readonly Differing[] => {
    const [here, there] = [valueAt(one, path), valueAt(other, path)];
    if (isSameJson(here, there)) return [];
    const kind = kindOfField({ path }, here, there);
    return [{ key: `${sectionId}#${place}`, sectionId, path, kind, one: here, other: there }];
  });
};

type Places = ReadonlyMap<string, readonly string[]>;

/** As much of a place as both versions can have: where one has nothing, the parts of the other's are no places in it. */
const inBoth = (path: readonly string[], one: unknown, other: unknown): readonly string[] => {
  const isMet = (length: number): boolean =>
    [one, other].every((content) => isPlain(valueAt(content, path.slice(0, length))));
  const length = path.findIndex((_, at) => at > 0 && !isMet(at));
  return length < 0 ? path : path.slice(0, length);
};

/** Where one version has a whole and the other has parts of it, the whole is what differs. */
const outermost = (places: Places): Places =>
  new Map([...places].filter(([, path]) => !path.some((_, length) => places.has(placeOf(path.slice(0, length))))));

const byPlace = (content: unknown) => new Map(fieldsIn(content).map((field) => [placeOf(field.path), field]));

const whole = (content: unknown) => new Map([[placeOf([]), { path: [], value: content }]]);

const placeOf = (path: readonly string[]): string => JSON.stringify(path);

const valueAt = (content: unknown, [name, ...further]: readonly string[]): unknown => {
  if (name === undefined) return content;
  return isPlain(content) && Object.hasOwn(content, name) ? valueAt(content[name], further) : undefined;
};
