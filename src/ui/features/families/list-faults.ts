/** One thing that stands in the way of saving a form: the field, as `people.0.name`, and the code of what is wrong. */
export interface FieldFault {
  readonly path: string;
  readonly code: string;
}

/** Every fault of a form, in the order in which its fields stand on the page. */
export const listFaults = (errors: object, order: readonly string[]): readonly FieldFault[] =>
  order.flatMap((field) => faultsAt((errors as Readonly<Record<string, unknown>>)[field], field));

const faultsAt = (at: unknown, path: string): readonly FieldFault[] => {
  if (typeof at !== "object" || at === null) return [];
  // A fault has its code in `message`; beside it lies the field's element, which is not to be walked.
  if ("message" in at && typeof at.message === "string") return [{ path, code: at.message }];
  return Object.entries(at).flatMap(([field, inside]) => faultsAt(inside, `${path}.${field}`));
};
