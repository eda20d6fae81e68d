import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { Misshapen } from "./api-shape";
import type { LogWords } from "./log-sieve";
import { NotOpenYet } from "./store/store-when-open";

/** Logs one line for each answer and one more for each bug. See [Note: What a log may hold]. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook("onResponse", (request, reply, done) => {
    say(request.log, "info", "answered", {
      method: request.method,
      route: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });

  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof NotOpenYet))
      say(request.log, "error", "failed", { method: request.method, route: request.routeOptions.url, err: error });
    return reply
      .code(status)
      .header("cache-control", "no-store")
      .send({ error: nameOf(status), ...(error instanceof Misshapen ? { faults: error.faults } : {}) });
  });
};

/** One line of our own, in words that the sieve knows. */
export const say = (
  log: FastifyBaseLogger,
  level: "info" | "error" | "fatal",
  words: LogWords,
  facts: object,
): void => {
  log[level](facts, words);
};

const nameOf = (status: number): string => {
  if (status === 503) return "not-ready";
  if (status >= 500) return "failed";
  return status === 413 ? "too-much" : status === 429 ? "too-often" : "not-understood";
};

const statusOf = (error: unknown): number => {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : undefined;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
};
