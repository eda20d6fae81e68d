import { relative, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { pageRoutes } from "./page-routes";

const ONE_YEAR = "public, max-age=31536000, immutable";

/** Serves the built app: its files, and its shell for the addresses of its pages. */
export const serveApp = async (app: FastifyInstance, appDir: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root: appDir,
    index: false,
    cacheControl: false,
    dotfiles: "ignore",
    setHeaders: (reply, path) => {
      // Files in assets/ carry a hash of their content in the name; everything else is asked for again each time.
      const isHashed = relative(appDir, path).startsWith(`assets${sep}`);
      reply.setHeader("cache-control", isHashed ? ONE_YEAR : "no-cache");
    },
  });

  for (const route of pageRoutes) {
    app.get(route, (request, reply) => {
      if (isNavigation(request)) return reply.sendFile("index.html");
      reply.callNotFound();
      return reply;
    });
  }
};

/** A script that asks for a page by mistake is told so; a caller that does not say what it is gets the page. */
const isNavigation = ({ headers }: FastifyRequest): boolean =>
  headers["sec-fetch-mode"] === undefined || headers["sec-fetch-mode"] === "navigate";
