import type { Fault } from "../instrument/load-instrument";
import type { PlaceEntry, WhereItGoesStructure, WhereItGoesWording } from "../schema/where-it-goes";
import { foldedWords } from "../search/find-words";
import type { PlacesKnown } from "./places-known";

/** What zod cannot see in the bones of an index: ids and places given twice, and places that are nowhere. */
export const faultsInIndex = (
  file: string,
  { into, entries }: WhereItGoesStructure,
  known: PlacesKnown,
): readonly Fault[] => [
  ...Object.entries(into).flatMap(([id, version]) => {
    const found = known.get(id);
    return found === undefined || found.version === version
      ? []
      : [{ file, path: `into/${id}`, reason: `version ${version} is named, and version ${found.version} was read` }];
  }),
  ...givenTwice(
    file,
    entries.map(({ id }, index) => ({ name: id, path: `entries/${index}/id` })),
    (id) => `the id "${id}"`,
  ),
  ...entries.flatMap(({ places }, index) => {
    const pathOf = (at: number): string => `entries/${index}/places/${at}`;
    return [
      ...places.flatMap((place, at) =>
        placeFaults(place, into, known).map(({ step, reason }) => ({ file, path: `${pathOf(at)}/${step}`, reason })),
      ),
      ...givenTwice(
        file,
        places.map((place, at) => ({ name: nameOf(place), path: pathOf(at) })),
        (name) => `the place "${name}"`,
      ),
    ];
  }),
];

const nameOf = (place: PlaceEntry): string =>
  [place.in, "strand" in place ? place.strand : "page" in place ? place.page : ""].join(" ").trim();

const placeFaults = (place: PlaceEntry, into: WhereItGoesStructure["into"], known: PlacesKnown) => {
  if (!Object.hasOwn(into, place.in)) return [{ step: "in", reason: `"${place.in}" is not one of those in "into"` }];
  const inside = known.get(place.in);
  if ("strand" in place && inside?.strandIds.has(place.strand) !== true)
    return [{ step: "strand", reason: `"${place.in}" has no strand "${place.strand}" that is known` }];
  if ("page" in place && inside?.pageIds.has(place.page) !== true)
    return [{ step: "page", reason: `"${place.in}" has no page "${place.page}" that is known` }];
  return [];
};

/**
 * A word that is shown twice, or typed twice for the same entry. Capitals and accents do not tell two words apart.
 *
 * Shape  one word may be typed for several entries: "tired" leads to the nights and to the days.
 */
export const faultsInTyped = (file: string, { entries }: WhereItGoesWording): readonly Fault[] => {
  const named = (word: string, path: string): Named => ({ name: foldedWords(word).join(" "), path });
  const word = (name: string): string => `the word "${name}"`;
  return [
    ...givenTwice(
      file,
      Object.entries(entries).map(([id, { word }]) => named(word, `entries/${id}/word`)),
      word,
    ),
    ...Object.entries(entries).flatMap(([id, { word: shown, alsoTyped }]) =>
      givenTwice(
        file,
        [
          named(shown, `entries/${id}/word`),
          ...alsoTyped.map((typed, at) => named(typed, `entries/${id}/alsoTyped/${at}`)),
        ],
        word,
      ),
    ),
  ];
};

interface Named {
  readonly name: string;
  readonly path: string;
}

const givenTwice = (file: string, all: readonly Named[], called: (name: string) => string): readonly Fault[] => {
  const firstAt = new Map<string, string>();
  return all.flatMap(({ name, path }) => {
    const first = firstAt.get(name);
    if (first === undefined) firstAt.set(name, path);
    return first === undefined ? [] : [{ file, path, reason: `${called(name)} is given twice; first at ${first}` }];
  });
};
