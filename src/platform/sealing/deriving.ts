import type { Bytes } from "./bytes";

/** How much work one try at a passphrase costs. */
export interface DerivingCost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Makes 32 secret bytes of what somebody typed. Slow on purpose. */
export type DeriveSecret = (typed: string, salt: Bytes, cost: DerivingCost) => Promise<Bytes>;

/** What a new passphrase costs. */
export const NEW_COST: DerivingCost = { memoryKiB: 65_536, passes: 3 };
