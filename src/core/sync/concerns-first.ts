import type { Operation } from "../schema/operation";

/**
 * The order in which operations are delivered: concerns ahead of everything, otherwise as they were written.
 *
 * Laws  1. no operation that is not of a concern goes before one that is
 *       2. concerns among themselves, and the rest among themselves, keep their order; none is lost
 * (tests/property/concerns-first.test.ts)
 */
export const concernsFirst = <T extends Pick<Operation, "recordType">>(operations: readonly T[]): readonly T[] => [
  ...operations.filter(({ recordType }) => recordType === "concern"),
  ...operations.filter(({ recordType }) => recordType !== "concern"),
];
