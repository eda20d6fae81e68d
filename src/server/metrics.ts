import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";

/** Up to how many seconds an answer took, for each count. */
const WITHIN_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Answers {
  readonly labels: string;
  count: number;
  seconds: number;
  readonly within: number[];
}

/**
 * Counts answers and how long they took, and tells whoever has the token, in the text that Prometheus reads.
 *
 * Shape    by method, pattern of the route and status alone: no id, no name and no address is in it.
 * Missing  without a token there is no such page, for anybody: how much an area works, and when, is nobody's business.
 */
export const serveMetrics = (app: FastifyInstance, token: string | undefined): void => {
  if (token === undefined) return;
  const byLabels = new Map<string, Answers>();
  app.addHook("onResponse", (request, reply, done) => {
    const seconds = reply.elapsedTime / 1000;
    const route = request.routeOptions.url ?? "unknown";
    const labels = `method="${methodOf(request.method)}",route="${route}",status="${String(reply.statusCode)}"`;
    const known = byLabels.get(labels);
    const answers = known ?? { labels, count: 0, seconds: 0, within: WITHIN_SECONDS.map(() => 0) };
    if (known === undefined) byLabels.set(labels, answers);
    answers.count += 1;
    answers.seconds += seconds;
    for (const [index, most] of WITHIN_SECONDS.entries()) {
      if (seconds <= most) answers.within[index] = (answers.within[index] ?? 0) + 1;
    }
    done();
  });
  const isToken = sameAs(`Bearer ${token}`);
  app.get("/metrics", { schema: { hide: true } }, (request, reply) => {
    void reply.header("cache-control", "no-store");
    // In the words for a page that is not there: nobody else need know that it is.
    if (!isToken(request.headers.authorization ?? "")) return reply.code(404).send({ error: "not-found" });
    return reply.type("text/plain; version=0.0.4; charset=utf-8").send(textOf([...byLabels.values()]));
  });
};

/** Whatever somebody calls a method is no label. */
const methodOf = (method: string): string =>
  ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method) ? method : "other";

const sameAs = (expected: string): ((given: string) => boolean) => {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  const wanted = hash(expected);
  return (given) => timingSafeEqual(hash(given), wanted);
};

const textOf = (all: readonly Answers[]): string =>
  [
    "# HELP strandline_answers_seconds How long answers took.",
    "# TYPE strandline_answers_seconds histogram",
    ...all.flatMap(({ labels, count, seconds, within }) => [
      ...WITHIN_SECONDS.map(
        (most, index) => `strandline_answers_seconds_bucket{${labels},le="${String(most)}"} ${String(within[index])}`,
      ),
      `strandline_answers_seconds_bucket{${labels},le="+Inf"} ${String(count)}`,
      `strandline_answers_seconds_sum{${labels}} ${seconds.toFixed(6)}`,
      `strandline_answers_seconds_count{${labels}} ${String(count)}`,
    ]),
    "# HELP strandline_memory_bytes Memory of the process.",
    "# TYPE strandline_memory_bytes gauge",
    `strandline_memory_bytes ${String(process.memoryUsage.rss())}`,
    "",
  ].join("\n");
