import { z } from "zod";
import { deriveHere } from "./derive-here";

z.config({ jitless: true });

const Asked = z.object({
  typed: z.string(),
  salt: z.instanceof(Uint8Array),
  cost: z.object({ memoryKiB: z.int().min(8).max(1_048_576), passes: z.int().min(1).max(20) }),
});

/** The worker's end: one passphrase in, one secret out, so that the screen stays alive meanwhile. */
self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const { typed, salt, cost } = Asked.parse(data);
  void deriveHere(typed, new Uint8Array(salt), cost).then((secret) => {
    self.postMessage(secret);
  });
});
