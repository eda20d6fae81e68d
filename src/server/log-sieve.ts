import { z } from "zod";

/** Where log lines go, one JSON object each. */
export interface LogSink {
  readonly write: (line: string) => void;
}

/**
 * Lets through only what a log may hold.
 *
 * [Note: What a log may hold]
 * Ids, the pattern of a route, numbers, and where in the code something failed. Never the address as it was asked for,
 * which may carry a name; never a body, a header or the words of an error, which may quote any of them. The sieve
 * stands at the very end, so that it holds for the framework's own lines too (tests/server/request-log.test.ts).
 */
export const sieve = (sink: LogSink): LogSink => ({
  write: (line) => {
    const read = FrameworkLine.safeParse(JSON.parse(line));
    if (!read.success) return;
    const { err, msg, ...ids } = read.data;
    const where = err === undefined ? {} : { kind: err.type, code: err.code, frames: framesOf(err.stack) };
    sink.write(`${JSON.stringify({ ...ids, ...where, msg: isOurs(msg) ? msg : "from the framework" })}\n`);
  },
});

/** The words that our own lines use; the framework puts addresses into its own. */
const ourWords = ["answered", "failed", "stopped by a bug"] as const;
export type LogWords = (typeof ourWords)[number];

const isOurs = (words: string): words is LogWords => ourWords.some((ours) => ours === words);

const FrameworkLine = z.object({
  level: z.number(),
  time: z.number(),
  reqId: z.string().optional(),
  method: z.string().optional(),
  route: z.string().optional(),
  status: z.number().optional(),
  ms: z.number().optional(),
  recordId: z.uuid().optional().catch(undefined),
  err: z
    .object({ type: z.string().optional(), code: z.string().optional(), stack: z.string().optional() })
    .optional()
    .catch(undefined),
  msg: z.string().default(""),
});

/** The places on a stack, without the message that stands above them. */
const framesOf = (stack = ""): string[] =>
  stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 12);
