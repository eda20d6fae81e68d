import type { FastifyInstance } from "fastify";

/**
 * Turns away requests that change something and do not come from our own pages.
 *
 * Shape  `ownOrigin` is asked at each request, because a server on a port of the system's choice knows it only once it
 *        listens.
 */
export const checkOrigin = (api: FastifyInstance, ownOrigin: () => string): void => {
  api.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD") return;
    if (request.headers.origin !== ownOrigin()) await reply.code(403).send({ error: "other-origin" });
  });
};
