import type { FastifyBaseLogger } from "fastify";
import { z } from "zod";
import { LIMITS, PushRequest, PushResponse, type PushResult } from "#core/schema/wire";
import { whoIs } from "../identity/session-hook";
import { writeEvents } from "../audit/write-audit";
import { say } from "../request-log";
import { type Api, onlyTheShape, problems } from "../api-shape";
import type { Store } from "../store/store";
import { applyOperation } from "./apply-operation";
import { WithOpId } from "./check-envelope";
import { acceptGzip } from "./inflate";
import type { Author } from "./write-revision";

/** The envelope of a push. Each operation is read by itself, so that one that is not understood holds up no other. */
const Envelope = PushRequest.extend({ ops: z.array(WithOpId).max(LIMITS.pushOps) });

/** Takes in what devices deliver. */
export const pushRoute = (api: Api, store: Store): void => {
  void api.register((scope: Api, _options, done) => {
    acceptGzip(scope, LIMITS.pushBytes);
    scope.post(
      "/api/sync/push",
      {
        bodyLimit: LIMITS.pushBytes,
        schema: { body: PushRequest, response: { 200: PushResponse, ...problems } },
        validatorCompiler: onlyTheShape(Envelope),
      },
      async (request) => {
        const { deviceId, ops, events } = request.body;
        const author = { ...whoIs(request), deviceId };
        await store.asAccount(author, (tx) => writeEvents(tx, author, events));
        return { results: await applyInOrder(store, author, ops, request.log) };
      },
    );
    done();
  });
};

/**
 * Delivers operations one after another, each in a transaction of its own.
 *
 * Shape  once an operation of a record was not kept, later ones of that record wait for it: applied without it, they
 *        would look like another version.
 */
const applyInOrder = async (
  store: Store,
  author: Author,
  ops: readonly z.infer<typeof WithOpId>[],
  log: FastifyBaseLogger,
): Promise<PushResult[]> => {
  const results: PushResult[] = [];
  const waiting = new Set<unknown>();
  for (const sent of ops) {
    const { opId, recordId } = sent;
    if (waiting.has(recordId)) {
      results.push({ opId, status: "retry", reason: "earlier-one-first" });
      continue;
    }
    const result = await applyOrRetry(store, author, opId, sent, log);
    if (result.receipt === undefined) waiting.add(recordId);
    results.push(result);
  }
  return results;
};

/** A fault of ours, or of the database's moment, must not cost the other operations their turn. */
const applyOrRetry = async (
  store: Store,
  author: Author,
  opId: string,
  sent: unknown,
  log: FastifyBaseLogger,
): Promise<PushResult> => {
  try {
    return await applyOperation(store, author, opId, sent);
  } catch (error) {
    say(log, "error", "failed", { route: "/api/sync/push", err: error });
    return { opId, status: "retry", reason: "server-busy" };
  }
};
