type Parent = Record<string, unknown>;

/** A copy with one value put at a path such as `pages/0/id`; the path reads as a fault's path does. */
export const put = (content: unknown, path: string, value: unknown): unknown =>
  changed(content, path, (parent, key) => {
    parent[key] = value;
  });

/** A copy without what stands at a path. */
export const take = (content: unknown, path: string): unknown =>
  changed(content, path, (parent, key) => {
    Reflect.deleteProperty(parent, key);
  });

/** A copy with several values put in, each at its path. */
export const putAll = (content: unknown, values: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(values).reduce((so, [path, value]) => put(so, path, value), content);

const changed = (content: unknown, path: string, change: (parent: Parent, key: string) => void): unknown => {
  const copy = structuredClone(content);
  const keys = path.split("/");
  const parent = keys.slice(0, -1).reduce((at, key) => at[key] as Parent, copy as Parent);
  change(parent, keys.at(-1) ?? "");
  return copy;
};
