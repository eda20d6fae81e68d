type Sections = Readonly<Record<string, unknown>>;

/**
 * Whether what is carried leaves every word that stands as it is: a private record is only ever added to.
 *
 * Shape    both as one schema reads them, so that what it fills in, and the order in which fields were written, count for
 *          nothing.
 * Missing  a section that stands and is not carried stays, and changes nothing.
 */
export const isOnlyAdded = (stood: Sections, carried: Sections): boolean =>
  Object.entries(stood).every(([id, content]) => !Object.hasOwn(carried, id) || isSameJson(content, carried[id]));

/** Whether two values are the same JSON, in whatever order their fields stand. */
const isSameJson = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => isSameJson(each, other[at]));
  }
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const names = fieldsOf(one);
  return (
    names.length === fieldsOf(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name]))
  );
};

/** A field that says nothing is no field: JSON would not write it. */
const fieldsOf = (value: Sections): readonly string[] => Object.keys(value).filter((name) => value[name] !== undefined);

const isObject = (value: unknown): value is Sections =>
  typeof value === "object" && value !== null && !Array.isArray(value);
