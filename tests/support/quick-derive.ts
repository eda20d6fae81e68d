import type { DeriveSecret } from "#platform/sealing/deriving";

/** Makes a secret of what was typed at once: for tests that are not about how long it takes. */
export const quickDerive: DeriveSecret = async (typed, salt) => {
  const text = new TextEncoder().encode(`${typed.normalize("NFKC")}|${salt.join()}`);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", text));
};
