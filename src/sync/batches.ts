import type { Operation } from "#core/schema/operation";
import { LIMITS } from "#core/schema/wire";

/** Room in a push for what stands around its operations. */
const AROUND_BYTES = 8_192;

/**
 * Cuts operations, in their order, into pushes that the server takes: by number and by size. A concern shares no push
 * with anything else, so that nothing else can hold it up.
 *
 * Units  sizes are bytes of UTF-8 as JSON. One operation is always sent, however long: its record was limited before.
 */
export const batches = (
  operations: readonly Operation[],
  sizeOf: (text: string) => number,
): readonly (readonly Operation[])[] => {
  const cut: Operation[][] = [];
  let bytes = 0;
  for (const operation of operations) {
    const size = sizeOf(JSON.stringify(operation)) + 1;
    const last = cut.at(-1);
    const isApart = isConcern(last?.at(-1)) !== isConcern(operation);
    if (
      last === undefined ||
      isApart ||
      last.length >= LIMITS.pushOps ||
      bytes + size > LIMITS.pushBytes - AROUND_BYTES
    ) {
      cut.push([operation]);
      bytes = size;
    } else {
      last.push(operation);
      bytes += size;
    }
  }
  return cut;
};

const isConcern = (operation: Operation | undefined): boolean => operation?.recordType === "concern";
