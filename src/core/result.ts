/** What an expected outcome looks like: a value, or a plain object that names the state of affairs. Bugs throw. */
export type Result<T, E> = Ok<T> | Err<E>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/** Ends a `switch` on a union, so that a new member is a type error at every place that must know it. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${typeof value}`);
};
