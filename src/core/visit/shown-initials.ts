import { type Person, shownName } from "../schema/person";

/**
 * Short letters that tell apart people of one kind of voice, who share a shape and a colour.
 *
 * Shape    by person id; a person who is alone in their kind has none, since shape and colour already tell.
 * Missing  two who share their whole name get a number after it.
 */
export const initialsById = (people: readonly Person[]): ReadonlyMap<string, string> => {
  const initials = new Map<string, string>();
  for (const kind of new Set(people.map((person) => person.kind))) {
    const alike = people.filter((person) => person.kind === kind);
    if (alike.length < 2) continue;
    for (const person of alike) initials.set(person.id, shortestApart(person, alike));
  }
  return initials;
};

/** The first letter of the name that a person goes by, as readers of any script see letters. */
export const firstLetterOf = (person: Person): string => lettersOf(shownName(person))[0] ?? "";

const shortestApart = (person: Person, alike: readonly Person[]): string => {
  const others = alike.filter((other) => other.id !== person.id).map((other) => letters(other));
  const own = letters(person);
  for (let length = 1; length <= 3; length += 1) {
    const short = own.slice(0, length).join("");
    if (others.every((other) => other.slice(0, length).join("") !== short)) return short;
  }
  return `${own[0] ?? ""}${alike.indexOf(person) + 1}`;
};

/** The letters a name is told apart by: its first, then the first of each further word, then the rest of the first. */
const letters = (person: Person): readonly string[] => {
  const words = shownName(person).split(/\s+/).map(lettersOf);
  return [...words.map((word) => word[0] ?? ""), ...(words[0] ?? []).slice(1)];
};

/** Letters as readers of any script see them, so that none is cut in half. */
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
const lettersOf = (word: string): readonly string[] => Array.from(segmenter.segment(word), ({ segment }) => segment);
