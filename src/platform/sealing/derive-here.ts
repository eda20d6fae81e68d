import { argon2id } from "hash-wasm";
import type { DeriveSecret } from "./deriving";

/**
 * Argon2id, in the thread that calls it.
 *
 * Shape  the text is taken in its composed form (NFKC), so that the same letters from another keyboard are the same.
 */
export const deriveHere: DeriveSecret = async (typed, salt, { memoryKiB, passes }) =>
  new Uint8Array(
    await argon2id({
      password: typed.normalize("NFKC"),
      salt,
      memorySize: memoryKiB,
      iterations: passes,
      parallelism: 1,
      hashLength: 32,
      outputType: "binary",
    }),
  );
