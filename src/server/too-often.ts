import type { FastifyReply } from "fastify";

/** Says that something was asked too often, and in how many seconds it may be asked again. */
export const tooOften = (reply: FastifyReply, { ttlInSeconds }: { readonly ttlInSeconds: number }): FastifyReply =>
  reply
    .code(429)
    .header("retry-after", String(Math.max(1, ttlInSeconds)))
    .send({ error: "too-often" });
