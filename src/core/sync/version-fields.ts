/**
 * How a field is brought together: words and lists may be kept from both versions, a line may be written anew, and
 * anything else is one or the other.
 */
export type FieldKind = "words" | "line" | "list" | "choice";

/** One value of a section, and where in the section it lies. */
export interface VersionField {
  readonly path: readonly string[];
  readonly value: unknown;
}

const WORDS: ReadonlySet<string> = new Set([
  ...["words", "what", "why", "reason", "loves", "easier", "goesWell", "harder", "helps", "takesOut", "childWish"],
  ...["capacityHelp", "howCloseWords", "howWeKnow", "childThinks", "nextWords", "notFor", "checkWith", "stopIf"],
]);
const LINES: ReadonlySet<string> = new Set([
  "name",
  "childCalls",
  "spoken",
  "read",
  "signed",
  "where",
  "languageToday",
]);
const LISTS: ReadonlySet<string> = new Set(["withPersonIds", "presentIds"]);
/** Who must not see a section is not chosen: nobody who is kept from one version comes to see it by a merge. */
const KEPT_FROM = "hiddenFrom";

/** What may be done with two values of a field. A field of a newer version is one or the other, never mixed. */
export const kindOfField = ({ path }: Pick<VersionField, "path">, one: unknown, other: unknown): FieldKind => {
  const name = path.at(-1) ?? "";
  if (LISTS.has(name) && Array.isArray(one) && Array.isArray(other)) return "list";
  if (typeof one !== "string" || typeof other !== "string") return "choice";
  if (WORDS.has(name)) return "words";
  return LINES.has(name) ? "line" : "choice";
};

/**
 * The values of a section, each with its place; who must not see it is left out.
 *
 * Shape  a value that has a `kind` is one whole, such as a mark: its parts mean nothing apart. A person is not.
 */
export const fieldsIn = (content: unknown, path: readonly string[] = []): readonly VersionField[] => {
  if (!isPlain(content) || isOneWhole(content, path)) return [{ path, value: content }];
  return Object.entries(content)
    .filter(([name]) => path.length > 0 || name !== KEPT_FROM)
    .flatMap(([name, value]) => fieldsIn(value, [...path, name]));
};

/** Everybody who must not see one section or the other. */
export const keptFromIn = (...contents: readonly unknown[]): readonly string[] => [
  ...new Set(
    contents.flatMap((content) => {
      const named = isPlain(content) ? content[KEPT_FROM] : undefined;
      return Array.isArray(named) ? named.filter((id): id is string => typeof id === "string") : [];
    }),
  ),
];

/** Whether something has fields by name. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object without fields is a value too: else it would be lost where it stands alone. */
const isOneWhole = (value: Readonly<Record<string, unknown>>, path: readonly string[]): boolean =>
  path.length > 0 &&
  (Object.keys(value).length === 0 || (typeof value["kind"] === "string" && path.at(-1) !== "person"));
