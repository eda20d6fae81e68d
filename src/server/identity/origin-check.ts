import type { FastifyInstance } from "fastify";

/**
 * Turns away requests that change something and come from other people's pages.
 *
 * Shape    `ownOrigin` is asked at each request, because a server on a port of the system's choice knows it only once it
 *          listens. On the machine itself every name of this machine is its own.
 * Missing  browsers always say where such a request comes from; what says nothing at all is no browser, and borrows
 *          nobody's session.
 */
export const checkOrigin = (api: FastifyInstance, ownOrigin: () => string): void => {
  api.addHook("onRequest", async ({ method, headers }, reply) => {
    if (method === "GET" || method === "HEAD") return;
    if (headers.origin === undefined && headers["sec-fetch-site"] === undefined) return;
    if (!isOwn(headers.origin, ownOrigin())) await reply.code(403).send({ error: "other-origin" });
  });
};

const isOwn = (origin: string | undefined, own: string): boolean => {
  if (origin === own) return true;
  const [asked, ours] = [origin ?? "", own].map((text) => (URL.canParse(text) ? new URL(text) : undefined));
  if (asked === undefined || ours === undefined) return false;
  return isThisMachine(asked) && isThisMachine(ours) && asked.port === ours.port;
};

const isThisMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
