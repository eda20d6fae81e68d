import { randomBytes } from "node:crypto";
import { argon2id, argon2Verify } from "hash-wasm";

// 19 MiB twice over is the least that is thought safe on a server, and it runs on the server's one thread.
const COST = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 };

/** Turns a passphrase into what may be stored of it. */
export const hashPassphrase = (passphrase: string): Promise<string> =>
  argon2id({ ...COST, password: normal(passphrase), salt: randomBytes(16), outputType: "encoded" });

/**
 * Whether a passphrase is the one that was hashed.
 *
 * Missing  without a hash the answer is no, after as long as it takes to find out otherwise, so that the time does not
 *          tell who has an account.
 */
export const isPassphrase = async (passphrase: string, hash: string | undefined): Promise<boolean> => {
  const isRight = await argon2Verify({ password: normal(passphrase), hash: hash ?? (await nobodysHash()) });
  return isRight && hash !== undefined;
};

let made: Promise<string> | undefined;
const nobodysHash = (): Promise<string> => (made ??= hashPassphrase(randomBytes(16).toString("hex")));

/** The same letters typed on another keyboard are the same passphrase. */
const normal = (passphrase: string): string => passphrase.normalize("NFKC");
