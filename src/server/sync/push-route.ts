import { z } from "zod";
import { LIMITS, OLDEST_PROTOCOL, PROTOCOL, PushRequest, PushResponse, TAKEN_OFF_STATUS } from "#core/schema/wire";
import { isTakenOff, whoIs } from "../identity/session-hook";
import { writeEvents } from "../audit/write-audit";
import { say } from "../request-log";
import { type Api, onlyTheShape, problems } from "../api-shape";
import type { Store } from "../store/store";
import { applyInOrder } from "./apply-in-order";
import { WithOpId } from "./check-envelope";
import { acceptGzip } from "./inflate";

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
      async (request, reply) => {
        const { protocol, deviceId, ops, events } = request.body;
        if (isTakenOff(request, deviceId)) return reply.code(TAKEN_OFF_STATUS).send({ error: "device-taken-off" });
        const author = { ...whoIs(request), deviceId };
        // What a later device relies on is not known here: it keeps its work until this server is as new.
        const results =
          protocol > PROTOCOL
            ? ops.map(({ opId }) => ({ opId, status: "retry" as const, reason: "server-older" as const }))
            : await applyInOrder(store, author, ops, {
                ...(protocol < OLDEST_PROTOCOL ? { holdFor: "too-old" as const } : {}),
                onFault: (error) => {
                  say(request.log, "error", "failed", { route: "/api/sync/push", err: error });
                },
              });
        // What was done with a record is told once the record is there: only then is it known which audit it belongs to.
        // Any answer acknowledges it, so it is written down for a later device too.
        if (events.length > 0) await store.asAccount(author, (tx) => writeEvents(tx, author, events));
        return { results };
      },
    );
    done();
  });
};
