/**
 * Puts back into a mark what its deliverer was not shown of it: that it had been made after seeing marks which are
 * hidden from them. They got the section without that, so they cannot have meant to take it away.
 *
 * Shape    `stood` is the section as it stands, `shown` as the deliverer was given it, `carried` as they delivered it.
 * Missing  a mark that is not the very one that stood is a new mark, and brings its own.
 */
export const restoreTraces = (carried: unknown, stood: unknown, shown: unknown): unknown => {
  const [place, marks] = marksIn(carried, stood, shown);
  const [now, before, given] = marks;
  if (place === undefined || now === undefined || before === undefined || given === undefined) return carried;
  if (now["atMs"] !== before["atMs"] || now["position"] !== before["position"]) return carried;
  const [carriedNames, stoodNames, shownNames] = [namesIn(now), namesIn(before), namesIn(given)];
  const kept = stoodNames.filter((id) => carriedNames.includes(id) || !shownNames.includes(id));
  return place({ ...now, seenBefore: [...kept, ...carriedNames.filter((id) => !kept.includes(id))] });
};

type Loose = Readonly<Record<string, unknown>>;

/** A voice holds its mark directly, an agreed mark lies in an outcome. */
const marksIn = (
  carried: unknown,
  ...others: readonly unknown[]
): readonly [((mark: Loose) => unknown) | undefined, readonly (Loose | undefined)[]] => {
  if (!isLoose(carried)) return [undefined, []];
  const { outcome } = carried;
  if (isLoose(outcome)) {
    const markOf = (section: unknown) =>
      isLoose(section) && isLoose(section["outcome"]) ? placed(section["outcome"]["mark"]) : undefined;
    return [(mark) => ({ ...carried, outcome: { ...outcome, mark } }), [carried, ...others].map(markOf)];
  }
  const markOf = (section: unknown) => (isLoose(section) ? placed(section["mark"]) : undefined);
  return [(mark) => ({ ...carried, mark }), [carried, ...others].map(markOf)];
};

const placed = (mark: unknown): Loose | undefined => (isLoose(mark) && mark["kind"] === "placed" ? mark : undefined);

const namesIn = (mark: Loose): readonly unknown[] => (Array.isArray(mark["seenBefore"]) ? mark["seenBefore"] : []);

const isLoose = (value: unknown): value is Loose => typeof value === "object" && value !== null;
