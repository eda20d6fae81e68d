/** Whether two values are the same JSON, in whatever order their fields stand. */
export const isSameJson = (one: unknown, other: unknown): boolean => {
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
const fieldsOf = (value: Fields): readonly string[] => Object.keys(value).filter((name) => value[name] !== undefined);

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
