import type { Store } from "#server/store/store";

const touched = (): never => {
  throw new Error("a test of pages reached for the store");
};

/** For tests of what the server does without its database; whoever needs it after all hears of it. */
export const noStore: Store = {
  facts: { epoch: "", practice: true, receiptKey: new Uint8Array() },
  asAccount: touched,
  asDesk: touched,
  asAuditor: touched,
  asCounter: touched,
  condition: () => Promise.resolve("opening"),
  close: () => Promise.resolve(),
};
