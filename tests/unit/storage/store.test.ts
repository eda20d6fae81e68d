import "fake-indexeddb/auto";
import { describe } from "vitest";
import { plainRows } from "../../support/plain-rows";
import { createSealingRows } from "../../support/sealing-rows";
import { describeStore } from "../../support/store-suite";

describe.each([
  ["rows kept as they are", () => Promise.resolve(plainRows)],
  ["rows sealed by work that is awaited", createSealingRows],
] as const)("a store with %s", (_name, createCodec) => {
  describeStore(createCodec);
});
