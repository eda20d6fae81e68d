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

type Sent = z.infer<typeof WithOpId>;

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
        if (events.length > 0) await store.asAccount(author, (tx) => writeEvents(tx, author, events));
        return { results: await applyInOrder(store, author, ops, request.log) };
      },
    );
    done();
  });
};

/** So many operations of one push are delivered at once: while one is at the database, another is read. */
const AT_ONCE = 3;

/**
 * Delivers operations, each in a transaction of its own.
 *
 * Shape  those of one record one after another, and those of a case after the case's own record; others need not wait.
 *        Once an operation of a record was not kept, later ones of that record wait for it: applied without it, they
 *        would look like another version.
 */
const applyInOrder = async (
  store: Store,
  author: Author,
  ops: readonly Sent[],
  log: FastifyBaseLogger,
): Promise<PushResult[]> => {
  const lastByRecordId = new Map<unknown, Promise<PushResult>>();
  const results: Promise<PushResult>[] = [];
  const apply = async (sent: Sent): Promise<PushResult> => {
    const { opId, recordId, caseId } = sent;
    const [before] = await Promise.all([lastByRecordId.get(recordId), lastByRecordId.get(caseId)]);
    if (before !== undefined && before.receipt === undefined) {
      return { opId, status: "retry", reason: "earlier-one-first" };
    }
    return applyOrRetry(store, author, opId, sent, log);
  };
  // Each takes the next one in order, so that what it has to wait for was taken before.
  const lane = async (): Promise<void> => {
    for (let sent = ops[results.length]; sent !== undefined; sent = ops[results.length]) {
      const result = apply(sent);
      results.push(result);
      lastByRecordId.set(sent.recordId, result);
      await result;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return Promise.all(results);
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
