import helmet from "@fastify/helmet";
import Fastify, { LogController, type FastifyInstance } from "fastify";
import { type ApiDeps, serveApi } from "./api";
import { type Config, originOn } from "./config";
import { type LogSink, sieve } from "./log-sieve";
import { serveMetrics } from "./metrics";
import { logRequests } from "./request-log";
import { permissionsPolicy, securityHeaders } from "./security-headers";
import { serveApp } from "./serve-app";

export interface AppDeps {
  readonly config: Config;
  /** Where the built app lies. */
  readonly appDir: string;
  readonly log: LogSink;
  readonly store: ApiDeps["store"];
  readonly practicePeople: ApiDeps["practicePeople"];
  readonly areaFiles: ApiDeps["areaFiles"];
}

/** Composes the server, ready to listen or to be asked by a test. */
export const createApp = async (deps: AppDeps): Promise<FastifyInstance> => {
  const { config, appDir, log, store, practicePeople, areaFiles } = deps;
  const app = Fastify({
    logger: { level: config.logLevel, stream: sieve(log) },
    // One line of our own for each answer, in place of the framework's two.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    // Behind a proxy, every request comes from the proxy's address; only one that is named is believed about others'.
    ...(config.trustedProxies === undefined ? {} : { trustProxy: [...config.trustedProxies] }),
    // Fastify's own handler logs the bytes that it could not read.
    clientErrorHandler: (_error, socket) => {
      socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    },
  });

  logRequests(app);
  serveMetrics(app, config.metricsToken);
  await app.register(helmet, securityHeaders(config.publicOrigin));
  app.addHook("onRequest", (_request, reply, done) => {
    reply.header("permissions-policy", permissionsPolicy);
    done();
  });
  // What is answered while it ends is the last on its connection: one that stayed open would hold up the end.
  let isEnding = false;
  app.addHook("preClose", (done) => {
    isEnding = true;
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isEnding) reply.header("connection", "close");
    done(null, payload);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).header("cache-control", "no-store").send({ error: "not-found" }),
  );

  app.get("/healthz", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));
  const ownOrigin = (): string => originOn(config, portOf(app));
  await serveApi(app, { store, practicePeople, areaFiles, ownOrigin, howOften: config.howOften });
  await serveApp(app, appDir);
  return app;
};

/** The port that it listens on, which may be of the system's choice; nothing before it listens. */
export const portOf = (app: FastifyInstance): number | undefined => {
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : undefined;
};
